"""A Jupyter client that a test drives: one JSON request a line on stdin, one JSON answer a line on stdout.

It talks to the kernel through jupyter_client, as JupyterLab's server and nbclient do.
"""

import json
import queue
import subprocess
import sys
import time

from jupyter_client.manager import KernelManager


class Session:
    def start(self, cwd):
        """Starts a kernel; where another program took one of its ports, again with others, as JupyterLab does."""
        for tries_left in (2, 1, 0):
            try:
                return self.start_once(cwd)
            except RuntimeError:
                if tries_left == 0:
                    raise

    def start_once(self, cwd):
        self.manager = KernelManager(kernel_name="tslab")
        # The kernel must not share the pipe that the answers go through: Node would make it non-blocking.
        self.manager.start_kernel(cwd=cwd, stdout=subprocess.DEVNULL)
        self.connect()
        return {"pid": self.manager.provisioner.process.pid}

    def connect(self):
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)
        self.messages = {}
        self.replies = {}

    def send(self, code, stop_on_error):
        return {"id": self.client.execute(code, stop_on_error=stop_on_error)}

    def collect(self, id, seconds):
        """Everything published for a request, and its reply, once the kernel says idle; or what came until then."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and not (id in self.replies and self.is_idle(id)):
            self.read()
        return {"published": self.messages.get(id, []), "reply": self.replies.get(id)}

    def listen(self, id, seconds):
        """What was published for a request, after listening for a while longer."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self.read()
        return {"published": self.messages.get(id, [])}

    def ask(self, type, content):
        """Any other request, and its reply."""
        message = self.client.session.msg(type, content)
        self.client.shell_channel.send(message)
        return self.client._recv_reply(message["header"]["msg_id"], timeout=60)["content"]

    def interrupt(self):
        self.manager.interrupt_kernel()
        return {}

    def restart(self):
        self.client.stop_channels()
        self.manager.restart_kernel()
        self.connect()
        return {"pid": self.manager.provisioner.process.pid}

    def shutdown(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()
        return {}

    def is_idle(self, id):
        published = self.messages.get(id, [])
        return any(m["type"] == "status" and m["content"]["execution_state"] == "idle" for m in published)

    def read(self):
        """Takes in one message of each channel, waiting briefly for it."""
        if message := self.next(self.client.get_iopub_msg, 0.02):
            entry = {"type": message["msg_type"], "content": message["content"]}
            self.messages.setdefault(message["parent_header"].get("msg_id"), []).append(entry)
        if message := self.next(self.client.get_shell_msg, 0):
            self.replies[message["parent_header"].get("msg_id")] = message["content"]

    def next(self, get, seconds):
        try:
            return get(timeout=seconds)
        except queue.Empty:
            return None


session = Session()
for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = getattr(session, request.pop("do"))(**request)
    except Exception as error:
        answer = {"failed": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer, default=str), flush=True)
