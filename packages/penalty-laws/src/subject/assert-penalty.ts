const parts = {
  name: "a string",
  parameters: "an object",
  traits: "an object",
  value: "a function",
  prox: "a function",
};

/** Refuses what is not a penalty, and says which part is missing. */
export function assertPenalty(given: unknown): void {
  const refuse = (received: string): never => {
    throw new TypeError(
      `penaltyLaws: a penalty has name, parameters, traits, value and prox, received ${received}`,
    );
  };
  if (typeof given !== "object" || given === null) refuse("not an object");
  for (const [part, kind] of Object.entries(parts)) {
    const value = (given as Record<string, unknown>)[part];
    if (value === null || !kind.endsWith(typeof value)) refuse(`one whose ${part} is not ${kind}`);
  }
}
