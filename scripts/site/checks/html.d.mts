export function checkHtml(folder: string): Promise<{ faults: string[]; summary: string }>;
