"""
Makes accounts before anybody can sign up, so that nobody takes the teacher's name. Reads from standard input
`{"database": URL, "accounts": {name: password}, "change": false}` and prints the names that it made or changed as JSON.
"""

import json
import os
import sys
from pathlib import Path

from jupyterhub.orm import new_session_factory
from nativeauthenticator import NativeAuthenticator

sys.path.insert(0, str(Path(__file__).resolve().parent))
import homes  # noqa: E402

os.umask(0o077)
order = json.load(sys.stdin)
session = new_session_factory(order["database"])()
native = NativeAuthenticator(db=session, open_signup=True, username_pattern=f"^{homes.NAME}$")


def make(name, password):
    if not native.user_exists(name):
        return native.create_user(name, password) or sys.exit(f"{name!r} cannot be the name of an account")
    return order["change"] and native.change_password(name, password)


print(json.dumps([name for name, password in order["accounts"].items() if make(name, password)]))
