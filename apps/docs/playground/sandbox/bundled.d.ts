/** The address of a script with all that it imports, as apps/docs/.vitepress/bundled-text.ts makes it. */
declare module "*?bundled" {
  const url: string;
  export default url;
}
