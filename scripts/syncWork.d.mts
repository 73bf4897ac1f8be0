export const workFolder: string;
export const lessonsFolder: string;
export function syncWork(options?: { from?: string; to?: string }): { summary: string; messages: string[] };
