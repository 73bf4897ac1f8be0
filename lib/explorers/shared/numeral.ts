/** A number as it is written in a book: a few decimals, a true minus. */
export function numeral(value: number, decimals = 3): string {
  const rounded = Number(value.toFixed(decimals));
  return (Object.is(rounded, -0) ? 0 : rounded).toString().replace("-", "−");
}

/** The same inside a product: negative numbers in parentheses. */
export function factor(value: number): string {
  return value < 0 ? `(${numeral(value)})` : numeral(value);
}
