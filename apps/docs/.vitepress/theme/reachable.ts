/** What may be wider than its column, and then scrolls. */
const boxes = ".vp-doc :is(table, .picture, .formula)";

/** Lets the keyboard reach what scrolls, and nothing that does not. */
export function makeReachable(page: Document): void {
  for (const box of page.querySelectorAll(boxes)) {
    if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
  }
}
