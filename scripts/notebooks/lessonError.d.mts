/** Something wrong with a lesson. */
export interface Fault {
  file: string;
  line: number;
  message: string;
}
export class LessonError extends Error {
  constructor(faults: Fault[]);
  readonly faults: Fault[];
}
export class Faults {
  constructor(file: string);
  readonly file: string;
  add(line: number, message: string): void;
  throwIfAny(): void;
}
