/** Where the site is served; its path is the base of every link. */
export const site = "https://proxkit.github.io/proxkit/";

/** Where the sources are. */
export const repository = "https://github.com/proxkit/proxkit";
