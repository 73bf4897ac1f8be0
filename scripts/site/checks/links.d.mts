export function checkLinks(folder: string, address: string): Promise<{ faults: string[]; summary: string }>;
