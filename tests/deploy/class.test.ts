import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  checkApart,
  collect,
  hubPython,
  lost,
  Student,
  solvedLesson,
  workThrough,
} from "../../scripts/class/index.mjs";
import { inRoot } from "../../scripts/paths.mjs";
import { obstacle, openClass } from "./testClass.js";

const why = await obstacle();
if (why) console.warn(`A class of students who are kept apart is not tested here: ${why}`);

describe.skipIf(why)("a class of three", () => {
  let room: Awaited<ReturnType<typeof openClass>>;
  let lesson: ReturnType<typeof solvedLesson>;
  let work: PromiseFulfilledResult<Awaited<ReturnType<typeof workThrough>>>["value"][];
  let anna: Student;
  let ben: Student;

  beforeAll(async () => {
    room = await openClass(3);
    [anna, ben] = room.students as [Student, Student];
    lesson = solvedLesson("04", path.join(room.folder, "solved"));
    work = await Promise.all(room.students.map((student) => workThrough(student, lesson)));
  });
  afterAll(() => room?.close());

  /** Runs a cell in Ben's kernel. */
  async function benRuns(code: string): Promise<string> {
    const channel = await ben.connect(work[1]!.kernel);
    const outputs = await channel.execute(code);
    channel.close();
    return outputs.map(({ text, evalue }) => text ?? evalue ?? "").join("");
  }
  const pidsOf = (student: Student) =>
    execFileSync("ps", ["-o", "pid=", "-u", String(lstatSync(room.home(student)).uid)], { encoding: "utf8" })
      .trim()
      .split(/\s+/);

  it("works through a lesson at the same time, and passes every exercise", () => {
    expect(work.map(({ faults }) => faults)).toEqual([[], [], []]);
  });

  it("keeps notebooks, progress, servers and variables when the hub is restarted", async () => {
    const pids = pidsOf(anna);
    await room.restart();
    const losses = await Promise.all(
      room.students.map((student, i) => lost({ student, value: work[i], file: lesson.file, folder: room.folder })),
    );
    expect(losses).toEqual([[], [], []]);
    expect(pidsOf(anna)).toEqual(expect.arrayContaining(pids));
  });

  it("gives each student a user number, and nobody the teacher's name", async () => {
    const numbers = room.students.map((student) => lstatSync(room.home(student)).uid);
    expect(new Set(numbers).size).toBe(3);
    expect(numbers).not.toContain(0);
    const intruder = new Student(room.url, "teacher", "a password of mine");
    await intruder.signUp();
    expect(await intruder.logIn()).toBe(false);
    expect(await new Student(room.url, "teacher", room.password ?? "").logIn()).toBe(true);
  });

  it.each([
    ["another's notebook", (folder: string) => `fs.readFileSync("${folder}/students/student-1/work/.progress.json")`],
    ["another's folder", (folder: string) => `fs.writeFileSync("${folder}/students/student-1/mine", "")`],
    ["the list of students", (folder: string) => `fs.readdirSync("${folder}/students")`],
    ["another's kernel sockets", (folder: string) => `fs.readdirSync("${folder}/run/student-1")`],
    ["the hub's state", (folder: string) => `fs.readFileSync("${folder}/hub/hub.sqlite")`],
    ["the shared lessons", () => `fs.writeFileSync("${inRoot("notebooks", "00-start-here.ipynb")}", "")`],
    ["the shared kernel", () => `fs.writeFileSync("${inRoot("kernel", "dist", "main.js")}", "")`],
  ])("keeps a student from %s", async (_, attempt) => {
    expect(await benRuns(`import * as fs from "fs"; ${attempt(room.folder)};`)).toMatch(/EACCES/);
  });

  it("keeps a student from another's processes and tokens", async () => {
    const [pid] = pidsOf(anna);
    expect(await benRuns(`import * as fs from "fs"; fs.readFileSync("/proc/${pid}/environ");`)).toMatch(
      /EACCES|ENOENT/,
    );
    expect(await benRuns(`process.kill(${pid}, 9);`)).toMatch(/EPERM/);
    expect(pidsOf(anna)).toContain(pid);
    expect(await benRuns("console.log(process.getuid(), process.getgroups());")).toMatch(/^20000\d \[.*\]/);
  });

  it("keeps a student from another's server, through the hub and past it", async () => {
    const page = await ben.session.get(`/user/${anna.name}/api/contents`);
    expect(page.text).not.toContain("start-here");
    const environment = readFileSync(`/proc/${pidsOf(anna)[0]}/environ`, "utf8");
    const address = /JUPYTERHUB_SERVICE_URL=([^\0]+)/.exec(environment)?.[1];
    expect(await benRuns(`const answer = await fetch("${address}api/contents"); console.log(answer.status);`)).toMatch(
      /403/,
    );
  });

  it("does not follow links that a student laid for the hub or the teacher", async () => {
    const trap = mkdtempSync(path.join(tmpdir(), "class-trap-"));
    const home = room.home(ben);
    chmodSync(trap, 0o755);
    writeFileSync(path.join(trap, "secret.ipynb"), "{}", { mode: 0o600 });
    await ben.closeServer();
    rmSync(path.join(home, "work"), { recursive: true });
    symlinkSync(trap, path.join(home, "work"));
    await ben.openServer();
    expect(readdirSync(trap)).toEqual(["secret.ipynb"]);
    rmSync(path.join(home, "work"));
    mkdirSync(path.join(home, "work"));
    symlinkSync(path.join(trap, "secret.ipynb"), path.join(home, "work", lesson.file));
    const handedIn = path.join(room.folder, "handed-in");
    await collect(room.folder, handedIn);
    expect(existsSync(path.join(handedIn, ben.name, lesson.file))).toBe(false);
    const annas = JSON.parse(readFileSync(path.join(handedIn, anna.name, lesson.file), "utf8"));
    expect(annas.cells.length).toBe(work[0]!.notebook.cells.length);
    rmSync(trap, { recursive: true });
  });

  it("never writes over a student's work when the server starts again", async () => {
    const mine = await anna.read(lesson.file);
    mine.cells[0]!.source = "my own words";
    await anna.save(lesson.file, mine);
    await anna.closeServer();
    await anna.openServer();
    expect((await anna.read(lesson.file)).cells[0]!.source).toBe("my own words");
  });
});

describe.skipIf(why)("a student's limit of memory", () => {
  const home = mkdtempSync(path.join(tmpdir(), "class-"));
  afterAll(() => rmSync(home, { recursive: true }));

  it.each([
    ["lets a program under it end well", 50, 0],
    ["stops a program above it", 600, 1],
  ])("%s", (_, mebibytes, fails) => {
    chownSync(home, 200_900, 200_900);
    const fill = `const kept = []; for (let i = 0; i < ${mebibytes}; i++) kept.push(Buffer.alloc(2 ** 20, 1));`;
    const student = ["--uid", "200900", "--memory", String(300 * 2 ** 20), "--home", home, "--"];
    const { status } = spawnSync(hubPython, [
      "-I",
      inRoot("deploy", "launch.py"),
      ...student,
      process.execPath,
      "-e",
      fill,
    ]);
    expect(status === 0 ? 0 : 1).toBe(fails);
  });
});

describe("without root", () => {
  afterAll(() => vi.restoreAllMocks());

  it("refuses to serve students who would not be kept apart, unless the teacher says that they trust one another", () => {
    vi.spyOn(process, "getuid").mockReturnValue(1000);
    expect(() => checkApart({ memory: "2G", trust: false })).toThrow(
      /Only root can keep students apart.*--trust-students/s,
    );
    expect(checkApart({ memory: "2G", trust: true }).join()).toContain("Students are NOT kept apart");
  });
});
