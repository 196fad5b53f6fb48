import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/report/shape.ts
var ShapeMismatch = class extends Error {
  name = "ShapeMismatch";
  constructor(place, expected, found) {
    super(`${place.replace(/: $/, "")}: expected ${expected}, found ${describe(found)}`);
  }
};
var string = (value, place) => {
  if (typeof value !== "string") throw new ShapeMismatch(place, "a string", value);
  return value;
};
var number = (value, place) => {
  if (typeof value !== "number") throw new ShapeMismatch(place, "a number", value);
  return value;
};
var boolean = (value, place) => {
  if (typeof value !== "boolean") throw new ShapeMismatch(place, "true or false", value);
  return value;
};
function oneOf(allowed) {
  return (value, place) => {
    const found = allowed.find((one) => one === value);
    if (found === void 0) throw new ShapeMismatch(place, `one of ${allowed.join(", ")}`, value);
    return found;
  };
}
function keyOf(allowed) {
  return oneOf(Object.keys(allowed));
}
function orNull(shape) {
  return (value, place) => value === null ? null : shape(value, place);
}
function arrayOf(shape) {
  return (value, place) => {
    if (!Array.isArray(value)) throw new ShapeMismatch(place, "an array", value);
    return value.map((element, index) => shape(element, `${place}[${index}]`));
  };
}
function recordOf(shape) {
  return (value, place) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ShapeMismatch(place, "an object", value);
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, shape(field, `${place}.${key}`)]));
  };
}
function object(required) {
  return (value, place) => readFields(value, place, { required, optional: {} });
}
function objectWith(required, optional) {
  return (value, place) => readFields(value, place, { required, optional });
}
function readFields(value, place, { required, optional }) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ShapeMismatch(place, "an object", value);
  const placeOf = (key) => `${place}${place.endsWith(": ") ? "" : "."}${key}`;
  const missing = Object.keys(required).find((key) => !Object.hasOwn(value, key));
  if (missing !== void 0) throw new ShapeMismatch(placeOf(missing), "a value", void 0);
  const shapes = new Map(Object.entries({ ...optional, ...required }));
  const read = Object.entries(value).map(([key, field]) => {
    const shape = shapes.get(key);
    if (shape === void 0) throw new ShapeMismatch(placeOf(key), "no such field", field);
    return [key, shape(field, placeOf(key))];
  });
  return Object.fromEntries(read);
}
function describe(value) {
  if (value === void 0) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}\u2026` : text;
}

export {
  ShapeMismatch,
  string,
  number,
  boolean,
  oneOf,
  keyOf,
  orNull,
  arrayOf,
  recordOf,
  object,
  objectWith
};
