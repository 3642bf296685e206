// Loaded into each process before its program: makes it see the network as in its container. Names of services
// lead to their loopback addresses, nothing else resolves; "all addresses" and "localhost" are its own address.
import dns from 'node:dns';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';

const hosts = new Map(Object.entries(JSON.parse(process.env.CONTAINER_HOSTS)));
const own = process.env.CONTAINER_ADDRESS;
for (const name of ['localhost', '0.0.0.0', '127.0.0.1']) hosts.set(name, own);

function resolve(hostname) {
  const address = hosts.get(hostname) ?? (net.isIP(hostname) ? hostname : undefined);
  if (address) return address;
  throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), {
    code: 'ENOTFOUND',
    hostname,
    syscall: 'getaddrinfo',
  });
}

dns.lookup = (hostname, options, callback = options) => {
  const all = typeof options === 'object' && options?.all;
  try {
    const address = resolve(hostname);
    process.nextTick(() => (all ? callback(null, [{ address, family: 4 }]) : callback(null, address, 4)));
  } catch (error) {
    process.nextTick(callback, error);
  }
};
dns.promises.lookup = async (hostname, options) => {
  const found = { address: resolve(hostname), family: 4 };
  return options?.all ? [found] : found;
};
for (const holder of [dns, dns.Resolver.prototype]) {
  holder.resolve4 = (hostname, options, callback = options) => {
    dns.lookup(hostname, {}, (error, address) => callback(error, error ? undefined : [address]));
  };
  holder.resolve6 = (hostname, options, callback = options) => {
    process.nextTick(callback, Object.assign(new Error('ENODATA'), { code: 'ENODATA' }));
  };
}

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  const [first] = args;
  const host =
    typeof first === 'object' && first !== null
      ? first.host
      : typeof args[1] === 'string'
        ? args[1]
        : undefined;
  const port = typeof first === 'object' && first !== null ? first.port : first;
  if (port === undefined || (host !== undefined && hosts.get(host) !== own && host !== '::'))
    return listen.apply(this, args);
  const callback = args.find((argument) => typeof argument === 'function');
  const rest = typeof first === 'object' ? first : {};
  return listen.call(this, { ...rest, port: Number(port), host: own }, ...(callback ? [callback] : []));
};
syncBuiltinESMExports();
