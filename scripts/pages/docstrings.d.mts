export function commentsIn(folder: string): { file: string; text: string }[];
