const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** 10 to a whole power, as text: 10⁻⁴. */
export function powerOfTen(exponent: number): string {
  const digits = Array.from(String(Math.abs(exponent)), (digit) => superscripts[Number(digit)]);
  return `10${exponent < 0 ? "⁻" : ""}${digits.join("")}`;
}

/** A number as a reader writes it, to so many significant digits: 0.52, −1,200, 3.1×10⁻⁷. */
export function formatNumber(x: number, digits = 3): string {
  if (x === 0) return "0";
  const sign = x < 0 ? "−" : "";
  const [mantissa, exponent] = Math.abs(x)
    .toExponential(digits - 1)
    .split("e")
    .map(Number);
  if (exponent < -3 || exponent > 5)
    return mantissa === 1
      ? sign + powerOfTen(exponent)
      : `${sign}${mantissa}×${powerOfTen(exponent)}`;
  const rounded = Number(Math.abs(x).toPrecision(Math.max(digits, exponent + 1)));
  return sign + rounded.toLocaleString("en-US", { maximumFractionDigits: 20 });
}
