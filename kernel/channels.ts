import { readFileSync } from "node:fs";
import { Publisher, Reply as ReplySocket, Router } from "zeromq";
import { bind } from "./bind.js";
import { Control } from "./control.js";
import { answerTo, frameMessage, type Message, parseMessage } from "./message.js";

/** Where Jupyter wants the kernel to listen; Jupyter writes it to the connection file. */
export interface Connection {
  transport: string;
  ip: string;
  key: string;
  shell_port: number;
  control_port: number;
  iopub_port: number;
  stdin_port: number;
  hb_port: number;
}

type Frames = (string | Buffer)[];

/** Answers the client that sent a request. */
export type Reply = (type: string, content: object) => void;

export type Handler = (request: Message, reply: Reply) => void;

/**
 * The five sockets of a kernel.
 *
 * A send never waits and never fails: the queues have no upper limit, and time-out 0 makes zeromq send at once,
 * also while a cell keeps the thread busy.
 */
export class Channels {
  private readonly endless = { sendHighWaterMark: 0, sendTimeout: 0, linger: 1000 };
  private readonly connection: Connection;
  private readonly iopub = new Publisher(this.endless);
  private readonly shell = new Router(this.endless);
  private readonly control = new Control();
  private readonly stdin = new Router(this.endless);
  private readonly heartbeat = new ReplySocket();

  constructor(connectionFile: string) {
    this.connection = JSON.parse(readFileSync(connectionFile, "utf8"));
  }

  /** Opens every socket; requests wait until `listen`. */
  async open(): Promise<void> {
    const { key, shell_port, control_port, iopub_port, stdin_port, hb_port } = this.connection;
    await Promise.all([
      bind(this.iopub, this.address(iopub_port)),
      bind(this.shell, this.address(shell_port)),
      bind(this.stdin, this.address(stdin_port)),
      bind(this.heartbeat, this.address(hb_port)),
    ]);
    await this.control.open(this.address(control_port), key);
  }

  /** Hands each request to `handle`. */
  listen(handle: Handler): void {
    this.control.listen(this.handling(handle, (frames) => this.control.send(frames)));
    void this.read(this.handling(handle, (frames) => void this.shell.send(frames)));
    void this.echo();
  }

  /** Tells every client, as part of the answer to `request`. */
  publish(request: Message, type: string, content: object): void {
    void this.iopub.send(frameMessage(answerTo(request, type, content), this.connection.key));
  }

  /** Resolves when what was sent is on its way. */
  async close(): Promise<void> {
    await this.control.close();
    for (const socket of [this.iopub, this.shell, this.stdin, this.heartbeat]) socket.close();
  }

  private address(port: number): string {
    const { transport, ip } = this.connection;
    return `${transport}://${ip}${transport === "ipc" ? "-" : ":"}${port}`;
  }

  /** Reads the frames of a request, and sends the answers the way it came. What is no request of our server is dropped. */
  private handling(handle: Handler, send: (frames: Frames) => void): (frames: Buffer[]) => void {
    const { key } = this.connection;
    return (frames) => {
      const request = parseMessage(frames, key);
      if (request) handle(request, (type, content) => send(frameMessage(answerTo(request, type, content), key)));
    };
  }

  private async read(handle: (frames: Buffer[]) => void): Promise<void> {
    for await (const frames of this.shell) handle(frames);
  }

  private async echo(): Promise<void> {
    for await (const frames of this.heartbeat) await this.heartbeat.send(frames);
  }
}
