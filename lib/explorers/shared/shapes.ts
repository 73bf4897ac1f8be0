/** A dot on a stem from zero: a sample of a discrete signal. */
export function stem(kind: string, x: number, zero: number, y: number, radius = 4.5): string {
  return line(`${kind} cw-stem`, x, zero, x, y) + circle(`${kind} cw-dot`, x, y, radius);
}

/** A straight line between two points. */
export function line(kind: string, x1: number, y1: number, x2: number, y2: number): string {
  return `<line class="${kind}" x1="${decimal(x1)}" y1="${decimal(y1)}" x2="${decimal(x2)}" y2="${decimal(y2)}"/>`;
}

/** A disc around (x, y). */
export function circle(kind: string, x: number, y: number, radius: number): string {
  return `<circle class="${kind}" cx="${decimal(x)}" cy="${decimal(y)}" r="${radius}"/>`;
}

/** A rectangle with its upper left corner at (x, y) and rounded corners; `fill` where it is not the style sheet's. */
export function rect(
  kind: string,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  fill?: string,
): string {
  const style = fill ? ` style="fill:${fill}"` : "";
  const size = `width="${decimal(Math.max(1, width))}" height="${decimal(height)}"`;
  return `<rect class="${kind}" x="${decimal(x)}" y="${decimal(y)}" ${size} rx="${radius}"${style}/>`;
}

/** Words on the line y; `size` in pixels and `fill` where the style sheet does not say them. */
export function text(kind: string, x: number, y: number, words: string, size?: number, fill?: string): string {
  const styles = [...(size ? [`font-size:${decimal(size)}px`] : []), ...(fill ? [`fill:${fill}`] : [])];
  const style = styles.length > 0 ? ` style="${styles.join(";")}"` : "";
  return `<text class="${kind}" x="${decimal(x)}" y="${decimal(y)}"${style}>${words}</text>`;
}

/** One decimal is finer than any screen. */
export function decimal(value: number): string {
  return String(Math.round(value * 10) / 10);
}
