export function resetLesson(wanted: string | undefined, options?: { from?: string; to?: string }): string;
