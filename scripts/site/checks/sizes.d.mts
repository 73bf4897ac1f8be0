export function checkSizes(folder: string): { faults: string[]; summary: string };
