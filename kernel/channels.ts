import { readFileSync } from "node:fs";
import { Publisher, Reply, Router } from "zeromq";
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

export type Handler = (message: Message, socket: Router) => void;

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
  private readonly control = new Router(this.endless);
  private readonly stdin = new Router(this.endless);
  private readonly heartbeat = new Reply();

  constructor(connectionFile: string) {
    this.connection = JSON.parse(readFileSync(connectionFile, "utf8"));
  }

  /** Opens every socket, then hands each request to `handle`. */
  async open(handle: Handler): Promise<void> {
    const { transport, ip, ...ports } = this.connection;
    const separator = transport === "ipc" ? "-" : ":";
    const bind = (socket: { bind(address: string): Promise<void> }, port: number) =>
      socket.bind(`${transport}://${ip}${separator}${port}`);
    await Promise.all([
      bind(this.iopub, ports.iopub_port),
      bind(this.shell, ports.shell_port),
      bind(this.control, ports.control_port),
      bind(this.stdin, ports.stdin_port),
      bind(this.heartbeat, ports.hb_port),
    ]);
    void this.listen(this.shell, handle);
    void this.listen(this.control, handle);
    void this.echo();
  }

  /** Tells every client, as part of the answer to `request`. */
  publish(request: Message, type: string, content: object): void {
    void this.iopub.send(frameMessage(answerTo(request, type, content), this.connection.key));
  }

  /** Answers the client that asked. */
  reply(request: Message, socket: Router, type: string, content: object): void {
    void socket.send(frameMessage(answerTo(request, type, content), this.connection.key));
  }

  close(): void {
    for (const socket of [this.iopub, this.shell, this.control, this.stdin, this.heartbeat]) socket.close();
  }

  private async listen(socket: Router, handle: Handler): Promise<void> {
    for await (const frames of socket) {
      try {
        handle(parseMessage(frames, this.connection.key), socket);
      } catch (error) {
        process.stderr.write(`the kernel could not handle a message: ${error}\n`);
      }
    }
  }

  private async echo(): Promise<void> {
    for await (const frames of this.heartbeat) await this.heartbeat.send(frames);
  }
}
