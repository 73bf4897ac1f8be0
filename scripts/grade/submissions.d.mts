export function findSubmissions(
  folder: string,
  lessons: string[],
): { submissions: { student: string; lesson: string; file: string }[]; students: string[]; notes: string[] };
