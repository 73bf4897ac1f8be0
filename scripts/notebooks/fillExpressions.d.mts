export function fillExpressions(
  source: string,
  scope: Record<string, unknown>,
  fault: (lineInCell: number, message: string) => void,
): Promise<string>;
export function formatted(value: unknown): string;
