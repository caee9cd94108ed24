/** Nothing may be loaded or connected to; scripts are this frame's own, and workers made of texts. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:";

const HOST = `onmessage = ({ data: code, ports: [port] }) => {
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  new Worker(url, { name: "watcher" }).postMessage({ code, port }, [port]);
};`;

/**
 * Puts a hidden frame on the page whose origin is opaque (sandbox without allow-same-origin), and starts the watcher
 * in it: the site's storage, cookies and pages are out of reach from there.
 *
 * @param code the text of sandbox.ts, bundled
 * @returns the port to the watcher, and a function that ends everything in the frame
 */
export function openFrame(code: string): { readonly port: MessagePort; close(): void } {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.setAttribute("aria-hidden", "true");
  frame.title = "sandbox";
  frame.tabIndex = -1;
  frame.style.display = "none";
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${HOST}</script>`;
  const { port1, port2 } = new MessageChannel();
  frame.onload = () => frame.contentWindow?.postMessage(code, "*", [port2]);
  document.body.append(frame);
  return {
    port: port1,
    close() {
      port1.close();
      frame.remove();
    },
  };
}
