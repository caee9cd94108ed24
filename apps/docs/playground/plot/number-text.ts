const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** 10 to a whole power: "10⁻⁴". */
export function powerOfTen(exponent: number): string {
  const digits = Array.from(String(Math.abs(exponent)), (digit) => superscripts[Number(digit)]);
  return `10${exponent < 0 ? "⁻" : ""}${digits.join("")}`;
}

/** A number to so many digits as a reader writes it: "0.5", "−1.25", "3.1×10⁻⁷", "∞". */
export function numberText(x: number, digits = 4): string {
  if (Number.isNaN(x)) return "not a number";
  const sign = x < 0 ? "−" : "";
  if (!Number.isFinite(x)) return `${sign}∞`;
  if (x === 0) return "0";
  const [mantissa, exponent] = Math.abs(x)
    .toExponential(digits - 1)
    .split("e")
    .map(Number);
  if (exponent >= -4 && exponent < 6)
    return sign + String(Number(Math.abs(x).toPrecision(Math.max(digits, exponent + 1))));
  return mantissa === 1
    ? sign + powerOfTen(exponent)
    : `${sign}${mantissa}×${powerOfTen(exponent)}`;
}
