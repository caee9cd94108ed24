/** What a style sheet says of an element of a picture, and a file must say itself. */
const STYLES = [
  ...["color", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray"],
  ...["stroke-linejoin", "opacity", "font-family", "font-size", "font-weight"],
];
const GAP = 16;
const HEAD = 22;

/**
 * The pictures within an element, one under the other with their headings, as one SVG that needs nothing else.
 *
 * @param within holds figures with a figcaption and an svg each
 */
export function pictureOf(within: HTMLElement): string {
  const ground = getComputedStyle(within).getPropertyValue("--pg-ground").trim();
  const ink = getComputedStyle(within).color;
  const namespace = "http://www.w3.org/2000/svg";
  const whole = document.createElementNS(namespace, "svg");
  let [width, top] = [0, GAP];
  for (const figure of within.querySelectorAll("figure")) {
    const picture = figure.querySelector("svg");
    if (!picture) continue;
    const heading = document.createElementNS(namespace, "text");
    heading.textContent = figure.querySelector("figcaption")?.textContent ?? "";
    set(heading, { x: GAP, y: top + 12, fill: ink, "font-weight": "bold", "font-size": 14 });
    const copy = inlined(picture);
    set(copy, { x: GAP, y: top + HEAD });
    whole.append(heading, copy);
    width = Math.max(width, Number(picture.getAttribute("width")) + 2 * GAP);
    top += HEAD + Number(picture.getAttribute("height")) + GAP;
  }
  const sheet = document.createElementNS(namespace, "rect");
  set(sheet, { width, height: top, fill: ground });
  whole.prepend(sheet);
  set(whole, { width, height: top, viewBox: `0 0 ${width} ${top}`, "font-family": "sans-serif" });
  return new XMLSerializer().serializeToString(whole);
}

/** A picture in so many px for each of its own. */
export async function pngOf(svg: string, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no PNG could be made"))));
  });
}

function inlined(picture: SVGSVGElement): SVGSVGElement {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [picture, ...picture.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  for (const [i, element] of copies.entries()) {
    const style = getComputedStyle(originals[i]);
    for (const name of STYLES) element.style.setProperty(name, style.getPropertyValue(name));
    element.removeAttribute("class");
  }
  return copy;
}

function set(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
