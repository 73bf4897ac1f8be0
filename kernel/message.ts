import { createHmac, randomUUID } from "node:crypto";

/** The part of a message that says what it is and who sent it. */
export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

/** A message as Jupyter's wire protocol carries it; `identity` is the address that a reply goes back to. */
export interface Message {
  identity: Buffer[];
  header: Header;
  parent: Partial<Header>;
  content: Record<string, unknown>;
}

/** Content that is JSON already, so that it stays as it was when it was given. */
export class Json {
  readonly text: string;
  constructor(content: object) {
    this.text = JSON.stringify(content);
  }
}

const delimiter = "<IDS|MSG>";
const protocolVersion = "5.3";

function signature(key: string, parts: (string | Buffer)[]): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** Reads the frames of one message; nothing when they are no message, or were signed with another key. */
export function parseMessage(frames: Buffer[], key: string): Message | undefined {
  const at = frames.findIndex((frame) => frame.toString() === delimiter);
  const parts = frames.slice(at + 2);
  if (at < 0 || parts.length < 4) return undefined;
  if (key && signature(key, parts) !== frames[at + 1].toString()) return undefined;
  const [header, parent, , content] = parts.slice(0, 4).map((part) => JSON.parse(part.toString()));
  return { identity: frames.slice(0, at), header, parent, content };
}

/** A message that answers `request`, or belongs to it. */
export function answerTo(request: Message, type: string, content: object): Message {
  const header = {
    ...request.header,
    msg_id: randomUUID(),
    msg_type: type,
    date: new Date().toISOString(),
    version: protocolVersion,
  };
  return { identity: request.identity, header, parent: request.header, content: content as Record<string, unknown> };
}

/** The frames of a message, signed. */
export function frameMessage(message: Message, key: string): (string | Buffer)[] {
  const parts = [message.header, message.parent, {}, message.content].map((part) =>
    part instanceof Json ? part.text : JSON.stringify(part),
  );
  return [...message.identity, delimiter, key ? signature(key, parts) : "", ...parts];
}
