export class Unreadable extends Error {}
export function readNotebook(file: string): string[];
