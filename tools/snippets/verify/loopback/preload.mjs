/** Loaded before an SDK snippet: no connection leaves loopback, any other throws. HTTP, TLS and fetch all go through here. */
import { Socket } from 'node:net';

const { connect } = Socket.prototype;

Socket.prototype.connect = function onlyLoopback(...given) {
  // node hands its own calls on as one array
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const host = typeof first === 'object' ? (first.host ?? 'localhost') : typeof second === 'string' ? second : 'localhost';
  if (!/^(?:localhost|::1|127\.[\d.]+)$/.test(host)) throw new Error(`left loopback for ${host}`);
  return connect.apply(this, given);
};
