/** What an exercise or prediction is called in its notebook: "01.2" is q2, "01.p1" is p1. */
export function nameInNotebook(id: string): string {
  const last = id.slice(id.indexOf(".") + 1);
  return /^\d/.test(last) ? `q${last}` : last;
}
