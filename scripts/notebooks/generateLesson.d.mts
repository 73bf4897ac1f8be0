export function generateLesson(from: {
  lessons: string;
  lesson: string;
  built: string;
  solved?: boolean;
}): Promise<string>;
