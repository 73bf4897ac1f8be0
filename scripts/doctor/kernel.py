"""Starts the TypeScript kernel as Jupyter does, runs one cell and prints, as JSON, where it is and how long it took."""

import json
import time

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel

NAME = "tslab"
CELL = "const six: number = 2 * 3; console.log(six)"

spec = KernelSpecManager().get_kernel_spec(NAME)
start = time.monotonic()
manager, client = start_new_kernel(kernel_name=NAME, startup_timeout=60)
printed = []
try:
    reply = client.execute_interactive(
        CELL,
        timeout=60,
        output_hook=lambda message: printed.append(message["content"].get("text", "")),
    )
    answers = reply["content"]["status"] == "ok" and "6" in "".join(printed)
    seconds = time.monotonic() - start
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
print(json.dumps({"folder": spec.resource_dir, "answers": answers, "seconds": seconds}))
