"""A class on one machine: JupyterHub, with a folder, a user number and limits for each student. `npm run class` starts it."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from jupyterhub.spawner import SimpleLocalProcessSpawner

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import homes  # noqa: E402
import limits  # noqa: E402

os.umask(0o077)
FOLDER = Path(os.environ["CLASS_FOLDER"])
URL = urlsplit(os.environ["CLASS_URL"])
MINUTES = 60
# A path to a socket has at most 107 characters, of which a kernel's name takes 50.
SHORT_ENOUGH = 57
homes.lay_out(FOLDER)


class StudentSpawner(SimpleLocalProcessSpawner):
    """Starts a student's server through launch.py, which gives up root before anything of the student's is touched."""

    def make_preexec_fn(self, name):
        return None

    async def start(self):
        home, self.sockets, uid = homes.home_of(FOLDER, self.user.name)
        self.home_dir = str(home)
        self.notebook_dir = str(home / "work")
        apart = ["--uid", str(uid), "--memory", str(self.mem_limit)] if homes.ROOT else []
        launch = [sys.executable, "-I", str(HERE / "launch.py"), *apart, "--home", str(home), "--"]
        self.cmd = [*launch, sys.executable, "-I", "-m", "jupyterhub.singleuser"]
        return await super().start()

    def user_env(self, env):
        own = {
            "CNN_WORKBOOK_PROGRESS": f"{self.home_dir}/work/.progress.json",
            "JUPYTER_RUNTIME_DIR": str(self.sockets),
        }
        return {**super().user_env(env), **own}

    def get_args(self):
        transport = "ipc" if len(str(self.sockets)) <= SHORT_ENOUGH else "tcp"
        return [*super().get_args(), f"--ConnectionFileMixin.transport={transport}"]

    async def poll(self):
        """After a reboot another program may have the number that a student's server had: it is not ours to end."""
        if self.proc is None and homes.ROOT and not homes.is_process_of(self.uid(), self.pid):
            self.pid = 0
        return await super().poll()

    def uid(self):
        return homes.home_of(FOLDER, self.user.name)[2]

    async def stop(self, now=False):
        await super().stop(now)
        if homes.ROOT:
            homes.end_processes(self.uid())
            limits.leave(self.uid())


def room():
    """How many servers this machine's memory holds: 900 MiB each while all of them train, and 1 GiB for the rest."""
    mebibytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    return max(2, (mebibytes - 1024) // 900)


c = get_config()  # noqa: F821
private = FOLDER / "hub"
node = os.environ["CLASS_NODE"]
c.JupyterHub.bind_url = os.environ["CLASS_URL"]
c.JupyterHub.hub_port = URL.port + 1
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{URL.port + 2}"
c.ConfigurableHTTPProxy.command = [node, str(HERE / "node_modules/configurable-http-proxy/bin/configurable-http-proxy")]
c.ConfigurableHTTPProxy.pid_file = str(private / "proxy.pid")
c.JupyterHub.db_url = f"sqlite:///{private}/hub.sqlite"
c.JupyterHub.cookie_secret_file = str(private / "cookie_secret")
c.JupyterHub.cleanup_servers = False  # students' servers live through a restart of the hub
c.JupyterHub.concurrent_spawn_limit = 1000  # a lower limit is no queue: those above it get error 429
c.JupyterHub.active_server_limit = room()

c.JupyterHub.authenticator_class = "native"
c.NativeAuthenticator.enable_signup = os.environ["CLASS_SIGNUP"] != "closed"
c.NativeAuthenticator.open_signup = os.environ["CLASS_SIGNUP"] == "open"
c.NativeAuthenticator.minimum_password_length = 10
c.NativeAuthenticator.allowed_failed_logins = 10
c.Authenticator.username_pattern = f"^{homes.NAME}$"
c.Authenticator.admin_users = {"teacher"}
c.Authenticator.allow_all = True  # all whom NativeAuthenticator lets in

c.JupyterHub.spawner_class = StudentSpawner
c.Spawner.mem_limit = os.environ["CLASS_MEMORY"]
c.Spawner.default_url = "/lab/tree/00-start-here.ipynb"
c.Spawner.start_timeout = c.Spawner.http_timeout = 5 * MINUTES
c.Spawner.env_keep = [
    *("PATH", "LANG", "LC_ALL", "CLASS_NODE", "CNN_WORKBOOK_DATA"),
    *("JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "JUPYTER_PREFER_ENV_PATH"),
]
c.Spawner.args = [
    f"--MappingKernelManager.cull_idle_timeout={60 * MINUTES}",
    "--MappingKernelManager.cull_connected=True",
]
c.JupyterHub.load_roles = [
    {
        "name": "idle",
        "services": ["idle"],
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
    }
]
culler = [sys.executable, "-I", "-m", "jupyterhub_idle_culler", f"--timeout={120 * MINUTES}"]
c.JupyterHub.services = [
    {"name": "idle", "command": culler},
    {"name": "class", "api_token": os.environ["CLASS_TOKEN"]},
]
c.JupyterHub.load_roles.append({"name": "class", "services": ["class"], "scopes": ["list:users", "delete:servers"]})
