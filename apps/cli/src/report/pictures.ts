import type { Figure, Section } from "@proxkit/paper";

/** The figures of a report as SVG, each by the name of its file without the ending. */
export async function drawFigures(sections: readonly Section[]): Promise<Map<string, string>> {
  const figures = figuresOf(sections);
  const pictures = new Map<string, string>();
  if (figures.length === 0) return pictures;
  const { chartPicture } = await import("@proxkit/plots");
  const { renderSvg } = await import("@proxkit/plots/node");
  for (const figure of figures) pictures.set(figure.name, renderSvg(chartPicture(figure)));
  return pictures;
}

function figuresOf(sections: readonly Section[]): Figure[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "figure" ? [block.figure] : [])),
  );
}

/** A figure as an image that stands in a file beside the report. */
export function imageOf({ name, title }: Figure): string {
  return `![${title.replace(/[[\]\\]/g, "\\$&")}](figures/${name}.svg)`;
}
