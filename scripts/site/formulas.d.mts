export function setFormulas(html: string): string;
