// Loaded into the local system before its program: connections to these ports of this machine go to others, where
// a link that can be broken listens. `REDIRECTED_PORTS` holds {"from": to}.
import net from 'node:net';

const ports = new Map(Object.entries(JSON.parse(process.env.REDIRECTED_PORTS ?? '{}')));
const connect = net.Socket.prototype.connect;

const redirected = (options) => {
  const to = ports.get(String(options?.port));
  return to === undefined ? options : { ...options, port: to, host: '127.0.0.1' };
};

net.Socket.prototype.connect = function (...args) {
  const [first, ...rest] = args;
  if (Array.isArray(first)) {
    // As net.connect hands over its arguments: the array itself is marked, so it stays.
    first[0] = redirected(first[0]);
    return connect.call(this, first, ...rest);
  }
  if (typeof first === 'object' && first !== null) return connect.call(this, redirected(first), ...rest);
  return connect.call(this, ports.get(String(first)) ?? first, ...rest);
};
