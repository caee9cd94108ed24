/** Operators of several letters; those of `limits` carry what follows `_` below them. */
const operators =
  /^(?:acos|angle|atan2?|atanh|clamp|cos|env|exp|ln|log|prox|sign|sin|soft|supp|value)$/;
const limits = /^(?:argmin|max|min|sup)$/;
/** Words of two letters; any other two letters are a product, such as Xw. */
const shortWords = /^(?:as|at|by|if|in|is|it|no|of|on|or|so|to|up|l\d)$/;

const symbols: Readonly<Record<string, string>> = {
  "−": "-",
  "·": "\\cdot ",
  "×": "\\times ",
  "‖": "\\Vert ",
  "∇": "\\nabla ",
  Σ: "\\sum ",
  "∞": "\\infty ",
  "⟨": "\\langle ",
  "⟩": "\\rangle ",
  "~": "\\sim ",
  "…": "\\ldots ",
  "#": "\\#",
  "%": "\\%",
  "{": "\\{",
  "}": "\\}",
};
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᵈᵉⁱʲᵏᵐⁿᵖˢᵗˣᵀ*′″";
const onLine = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "+", "-"];
const raisedTex = [...onLine, ..."()abdeijkmnpstxT*", "\\prime ", "\\prime\\prime "];
const lowered = "₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₖₗₘₙₚₛₜ";
const loweredTex = [...onLine, ..."ijklmnpst"];
const accents: Readonly<Record<string, string>> = { "\u0302": "hat", "\u0304": "bar" };

/**
 * A piece of a formula as this house writes it, `½ ‖u − vᵢ‖²`, in TeX.
 *
 * @param text without line breaks
 */
export function formulaPiece(text: string): string {
  const piece = text.replaceAll(/\p{L}/gu, (letter) => letter.normalize("NFD"));
  let tex = "";
  let at = 0;
  while (at < piece.length) {
    const before = piece.slice(0, at);
    const rest = piece.slice(at);
    const [taken, made] = fraction(rest, before) ?? words(rest, before) ?? symbol(rest, before);
    tex += made;
    at += taken;
  }
  return tex;
}

type Made = readonly [taken: number, tex: string];

/** `1/(2m)`, `1/k²` and `β/2` one above the other; all else with a slash. */
function fraction(rest: string, before: string): Made | undefined {
  if (/[^\s([=+−|‖]$/.test(before)) return undefined;
  const found = rest.match(/^(\d+)\/(?=[\p{L}\d(])|^(\p{L})\/(?=\d)/u);
  if (!found) return undefined;
  const above = found[1] ?? found[2];
  const below = rest.slice(found[0].length);
  const end =
    below[0] === "(" ? closing(below) + 1 : (below.match(/^(?:\d+|\p{L}[²³]?)/u)?.[0].length ?? 0);
  if (/^[\p{L}\d(]/u.test(below.slice(end))) return undefined; // more belongs below
  const inner = below[0] === "(" ? below.slice(1, end - 1) : below.slice(0, end);
  const small = /^\d+$/.test(inner) && above !== undefined && /^\d+$/.test(above) ? "t" : "";
  return [found[0].length + end, `\\${small}frac{${above}}{${formulaPiece(inner)}}`];
}

const anyWord = /^[A-Za-z][A-Za-z0-9]+(?:[-’'][A-Za-z]+)*(?!\p{M})/u;

/** An operator of several letters, a product of two letters, or words in a row, with the spaces that they need. */
function words(rest: string, before: string): Made | undefined {
  const article = /(^|, )$/.test(before) && /^a [a-z]{3}/.test(rest);
  const first = article ? "a" : rest.match(anyWord)?.[0];
  if (first === undefined) return undefined;
  if (limits.test(first)) return [first.length, `\\operatorname*{${first}}`];
  if (isOperator(first, rest)) return [first.length, `\\operatorname{${first}}`];
  if (isProduct(first)) return [1, first[0]];
  const text = phrase(rest);
  const after = rest.slice(text.length);
  const spaceBefore = /[^\s=+−·<≤≥≠≈(←] $/.test(before) ? " " : "";
  const spaceAfter = /^ [^=+<≤≥≠≈)←]/.test(after) ? " " : "";
  return [text.length, `\\text{${spaceBefore}${text}${spaceAfter}}`];
}

function isOperator(word: string, rest: string): boolean {
  return operators.test(word) || (word.length > 2 && /^[(_]/.test(rest.slice(word.length)));
}

function isProduct(word: string): boolean {
  return word.length === 2 && !shortWords.test(word);
}

/** The words that a text begins with, up to the next symbol, operator or product; a colon may follow one. */
function phrase(rest: string): string {
  let text = "";
  for (let next = rest; ; next = rest.slice(text.length).replace(/^ /, "")) {
    const word = next.match(anyWord)?.[0] ?? next.match(/^a(?= [a-z]{3})/)?.[0];
    if (word === undefined || limits.test(word) || isOperator(word, next) || isProduct(word))
      return text;
    const colon = /^:( |$)/.test(next.slice(word.length)) ? ":" : "";
    text += `${text === "" ? "" : " "}${word}${colon}`;
    if (!/^ \S/.test(rest.slice(text.length))) return text;
  }
}

/** One symbol with its accent, what is raised and lowered, and what is below a root or after `^` and `_`. */
function symbol(rest: string, before: string): Made {
  if (/^−\S/.test(rest) && /(^|[\s([,])$/.test(before)) return [1, "{-}"];
  const [, ups, downs] = rest.match(new RegExp(`^(?:([${raised}]+)|([${lowered}]+))`)) ?? [];
  if (ups) return [ups.length, `^{${translated(ups, raised, raisedTex)}}`];
  if (downs) return [downs.length, `_{${translated(downs, lowered, loweredTex)}}`];
  const bracketed = rest.match(/^([√^_])([({|])/);
  if (bracketed) return enclosed(rest, bracketed[1], bracketed[2]);
  const single = rest.match(/^([√^_])(λmax|[A-Za-z]{3,}|\d+|½|\p{L})/u);
  if (single) {
    const inner = /^[A-Za-z]{3,}$/.test(single[2])
      ? `\\text{${single[2]}}`
      : formulaPiece(single[2]);
    return [single[0].length, `${leads[single[1]]}{${inner}}`];
  }
  if (rest.startsWith("λmax")) return [4, "\\lambda_{\\max}"];
  const accent = accents[rest[1]];
  if (accent) return [2, `\\${accent}{${rest[0]}}`];
  const [, above, below] = rest[0].normalize("NFKD").match(/^(\d)⁄(\d)$/) ?? []; // ½
  return [1, below ? `\\tfrac{${above}}{${below}}` : (symbols[rest[0]] ?? rest[0])];
}

const leads: Readonly<Record<string, string>> = { "√": "\\sqrt", "^": "^", _: "_" };

function enclosed(rest: string, lead: string, opening: string): Made {
  const length = opening === "|" ? rest.indexOf("|", 2) - 1 : closing(rest.slice(1));
  const inner = opening === "|" ? rest.slice(1, length + 2) : rest.slice(2, length + 1);
  const tex = lead === "^" ? inner.replaceAll("−", "-") : formulaPiece(inner);
  return [length + 2, `${leads[lead]}{${tex}}`];
}

/** Where the bracket that a text begins with is closed. */
function closing(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if ("({".includes(text[i])) depth++;
    if (")}".includes(text[i])) depth--;
    if (depth === 0) return i;
  }
  throw new Error(`formula: a bracket is not closed in ${text}`);
}

function translated(text: string, from: string, to: readonly string[]): string {
  return [...text].map((letter) => to[[...from].indexOf(letter)]).join("");
}
