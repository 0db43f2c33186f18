"""First on PYTHONPATH, so every Python that runs snippets starts with it: no connection and no look-up of a name leaves
loopback, any other raises. Not an OSError, which libraries take for a network that is down and ask again."""
import socket

connect, getaddrinfo = socket.socket.connect, socket.getaddrinfo


class LeftLoopback(Exception):
    pass


def is_loopback(host):
    name = host.decode() if isinstance(host, bytes) else host
    return name in (None, "localhost", "::1") or name.startswith("127.")


def only_loopback(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
        raise LeftLoopback(f"left loopback for {address[0]}")
    return connect(self, address)


def only_local(host, *rest, **options):
    if not is_loopback(host):
        raise LeftLoopback(f"left loopback for {host}")
    return getaddrinfo(host, *rest, **options)


socket.socket.connect = only_loopback
socket.getaddrinfo = only_local
