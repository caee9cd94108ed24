import { type Part, partNamed, runPart, type Section } from "@proxkit/paper";

/** The part of that name. */
export function part(name: string): Part {
  const found = partNamed(name);
  if (!found) throw new Error(`no part is called ${name}`);
  return found;
}

export function sectionOf(name: string, seeds: number): Section {
  return runPart(part(name), { seeds });
}

/** The blocks of one kind. */
export function blocks<Kind extends Section["blocks"][number]["kind"]>(
  section: Section,
  kind: Kind,
) {
  type Block = Extract<Section["blocks"][number], { kind: Kind }>;
  return section.blocks.filter((block): block is Block => block.kind === kind);
}

export function figure(section: Section, at = 0) {
  return blocks(section, "figure")[at].figure;
}

export function verdicts(section: Section) {
  return blocks(section, "verdicts").flatMap((block) => block.verdicts);
}

export function checks(section: Section) {
  return blocks(section, "checks").flatMap((block) => block.checks);
}
