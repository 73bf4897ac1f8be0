interface Output {
  output_type: string;
  text?: string;
  data?: Record<string, unknown>;
  evalue?: string;
}
interface Notebook {
  cells: { cell_type: string; source: string | string[]; metadata: { tags?: string[] }; outputs?: Output[] }[];
}
interface Hub {
  url: string;
  ended: Promise<number>;
  stop(): Promise<void>;
  stopAll(): Promise<void>;
}
interface HubOptions {
  folder: string;
  ip: string;
  port: number;
  memory: string;
  signup: "approve" | "open" | "closed";
}
interface Log {
  write(text: string): void;
}
interface Result {
  kernel: string;
  firstOutput: number;
  notebook: Notebook;
  faults: string[];
}
export interface Channel {
  execute(code: string): Promise<Output[]>;
  close(): void;
}
export class Student {
  constructor(origin: string, name: string, password: string);
  readonly name: string;
  readonly session: { get(path: string): Promise<{ status: number; path: string; text: string }> };
  signUp(): Promise<string>;
  logIn(): Promise<boolean>;
  openServer(): Promise<void>;
  closeServer(): Promise<void>;
  read(file: string): Promise<Notebook>;
  save(file: string, content: Notebook): Promise<void>;
  startKernel(file: string): Promise<string>;
  connect(kernel: string): Promise<Channel>;
}
export const hubPython: string;
export function prepareHub(tools: { log: Log; steps: object }): Promise<boolean>;
export function checkApart(options: { memory: string; trust: boolean }): string[];
export function makeTeacher(folder: string): string | undefined;
export function collect(folder: string, to: string): Promise<boolean>;
export function startHub(options: HubOptions, log: Log): Promise<Hub>;
export function signUpAll(url: string, count: number): Promise<Student[]>;
export function solvedLesson(start: string, folder: string): { file: string; solved: Notebook };
export function workThrough(student: Student, lesson: { file: string; solved: Notebook }): Promise<Result>;
export function lost(work: { student: Student; value?: Result; file: string; folder: string }): Promise<string[]>;
