import type { Assist } from "./assist.js";
import type { Channels, Reply } from "./channels.js";
import { errorContent } from "./errorContent.js";
import { interrupt } from "./interrupt.js";
import { kernelInfo } from "./kernelInfo.js";
import type { Message } from "./message.js";
import type { Runner } from "./runner.js";

/** Answers every request that a Jupyter client may send. */
export class Server {
  constructor(
    private readonly channels: Channels,
    private readonly assist: Assist,
    private readonly runner: Runner,
    private readonly end: () => void,
  ) {}

  /** Handles one request; what it does not know it leaves unanswered, as Jupyter asks. */
  handle(request: Message, reply: Reply): void {
    const type = request.header.msg_type;
    if (type === "execute_request") {
      this.runner.enqueue(request, (content) => reply("execute_reply", content));
      return;
    }
    this.channels.publish(request, "status", { execution_state: "busy" });
    const content = this.answerOrError(type, request.content);
    if (content) reply(type.replace(/request$/, "reply"), content);
    this.channels.publish(request, "status", { execution_state: "idle" });
    this.runner.remindBusy();
    if (type === "shutdown_request") this.end();
  }

  private answerOrError(type: string, content: Message["content"]): object | undefined {
    try {
      return this.answer(type, content);
    } catch (thrown) {
      return { status: "error", ...errorContent(thrown) };
    }
  }

  private answer(type: string, content: Message["content"]): object | undefined {
    switch (type) {
      case "kernel_info_request":
        return kernelInfo;
      case "complete_request":
        return this.assist.complete(String(content.code), Number(content.cursor_pos));
      case "inspect_request":
        return this.assist.inspect(String(content.code), Number(content.cursor_pos));
      case "is_complete_request":
        return this.assist.isComplete(String(content.code));
      case "comm_info_request":
        return { status: "ok", comms: {} };
      case "history_request":
        return { status: "ok", history: [] };
      case "interrupt_request":
        interrupt();
        return { status: "ok" };
      case "shutdown_request":
        return { status: "ok", restart: content.restart === true };
      default:
        return undefined;
    }
  }
}
