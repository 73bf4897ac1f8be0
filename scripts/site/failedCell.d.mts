export function failedCell(
  name: string,
  variant: "student" | "solved",
  text: string,
  result: { error: string; failed: number | null },
): Error & { fix: string };
