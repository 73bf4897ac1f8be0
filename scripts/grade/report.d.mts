/** How an exercise ended, as the tables show it. */
export interface Result {
  status: "passed" | "wrong" | "error" | "unwritten" | "missing";
  message: string;
  mistake?: string;
  evidence?: Record<string, string>;
}

/** All that the pages and tables show. */
export interface Report {
  lessons: {
    name: string;
    exercises: {
      id: string;
      title: string;
      counts: Record<Result["status"], number>;
      mistakes: { name: string; says: string; count: number }[];
    }[];
  }[];
  students: { name: string; results: Record<string, Result>; passed: number }[];
}

export function makeReport(
  graded: { student: string; lesson: string; results: Record<string, Result> }[],
  students: string[],
): Report;
