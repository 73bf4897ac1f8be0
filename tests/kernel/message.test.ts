import { describe, expect, it } from "vitest";
import { answerTo, frameMessage, Json, parseMessage } from "../../kernel/message.js";

const header = { msg_id: "1", msg_type: "kernel_info_request", session: "s", username: "u", date: "d", version: "5.3" };
const request = { identity: [Buffer.from("client")], header, parent: {}, content: { text: "añ" } };
const wire = (message: typeof request, key: string) =>
  frameMessage(message, key).map((part) => Buffer.from(part as string));

describe("a message", () => {
  it("is read as it was written", () => {
    expect(parseMessage(wire(request, "key"), "key")).toEqual(request);
    expect(parseMessage(wire(request, ""), "")).toEqual(request);
  });

  it("is dropped when it was signed with another key, or is none", () => {
    expect(parseMessage(wire(request, "other"), "key")).toBeUndefined();
    expect(parseMessage([], "key")).toBeUndefined();
    expect(parseMessage([Buffer.from("<IDS|MSG>")], "key")).toBeUndefined();
  });

  it("answers the request that it belongs to", () => {
    const answer = answerTo(request, "kernel_info_reply", { status: "ok" });
    expect(answer).toMatchObject({
      identity: request.identity,
      parent: header,
      header: { msg_type: "kernel_info_reply" },
    });
    expect(answer.header.msg_id).not.toBe(header.msg_id);
  });

  it("carries JSON as it was when it was given", () => {
    const content = { n: 1 };
    const answer = answerTo(request, "display_data", new Json(content));
    content.n = 2;
    expect(parseMessage(wire(answer as never, "key"), "key")?.content).toEqual({ n: 1 });
  });
});
