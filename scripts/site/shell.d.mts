export function shell(page: {
  title: string;
  description: string;
  main: string;
  root?: string;
  sections?: { id: string; level: number; title: string }[];
  neighbours?: string;
}): string;
