/** What a row of Tables 1-3 is about. */
export type Quantity = "angleW" | "lossW" | "angleU" | "lossU" | "lossUnitU" | "zerosU";

/** The rows of Tables 1-3 in their order, as the paper writes them; angles are in radians. */
export const quantities: Readonly<Record<Quantity, string>> = {
  angleW: "θ(w̄, w*)",
  lossW: "f(w̄)",
  angleU: "θ(ū, w*)",
  lossU: "f(ū)",
  lossUnitU: "f(ū/‖ū‖)",
  zerosU: "d − ‖ū‖₀",
};

/** The same, as keys. */
export const quantityNames: readonly Quantity[] = Object.keys(quantities) as Quantity[];
