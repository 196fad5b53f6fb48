import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  asObject
} from "./chunk-ZOCY7ZAN.mjs";
import {
  bounds,
  stepsInside
} from "./chunk-STATPHJ4.mjs";

// src/results/shape.ts
var ShapeMismatch = class extends Error {
  name = "ShapeMismatch";
  constructor(place, expected, found) {
    super(`${place.replace(/: $/, "")}: expected ${expected}, found ${describe(found)}`);
  }
};
var string = stringOf(bounds.results.textChars);
var name = stringOf(bounds.results.idChars);
function stringOf(maxChars) {
  return (value, place) => {
    if (typeof value !== "string") throw new ShapeMismatch(place, "a string", value);
    if (value.length > maxChars) throw new ShapeMismatch(place, `at most ${maxChars} characters`, value);
    return value;
  };
}
function matching(pattern, expected) {
  return (value, place) => {
    if (!pattern.test(name(value, place))) throw new ShapeMismatch(place, expected, value);
    return name(value, place);
  };
}
var insidePath = (value, place) => {
  const path = string(value, place);
  if (stepsInside(path) === void 0)
    throw new ShapeMismatch(place, "the path of a file inside of the directory", value);
  return path;
};
var number = (value, place) => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new ShapeMismatch(place, "a number", value);
  return value;
};
var amount = (value, place) => {
  if (number(value, place) < 0) throw new ShapeMismatch(place, "a number that is not negative", value);
  return number(value, place);
};
function whole(min = 0, max = Number.MAX_SAFE_INTEGER) {
  return (value, place) => {
    const found = number(value, place);
    if (!Number.isInteger(found) || found < min || found > max)
      throw new ShapeMismatch(place, `a whole number from ${min} to ${max}`, value);
    return found;
  };
}
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
function arrayOf(shape, max = bounds.results.listed) {
  return (value, place) => {
    if (!Array.isArray(value)) throw new ShapeMismatch(place, "an array", value);
    if (value.length > max) throw new ShapeMismatch(place, `at most ${max} elements`, value);
    return value.map((element, index) => shape(element, `${place}[${index}]`));
  };
}
function recordOf(shape) {
  return (value, place) => {
    const entries = Object.entries(objectAt(value, place));
    if (entries.length > bounds.results.listed)
      throw new ShapeMismatch(place, `at most ${bounds.results.listed} fields`, value);
    return Object.fromEntries(
      entries.map(([key, field]) => [name(key, place), shape(field, `${place}.${brief(key)}`)])
    );
  };
}
function object(required) {
  const fields = fieldsOf(required, {});
  return (value, place) => readFields(value, place, fields);
}
function objectWith(required, optional) {
  const fields = fieldsOf(required, optional);
  return (value, place) => readFields(value, place, fields);
}
function fieldsOf(required, optional) {
  return { required: Object.keys(required), shapes: new Map(Object.entries({ ...optional, ...required })) };
}
function objectAt(value, place) {
  const found = asObject(value);
  if (found === void 0) throw new ShapeMismatch(place, "an object", value);
  return found;
}
function readFields(value, place, { required, shapes }) {
  const written = objectAt(value, place);
  const placeOf = (key) => `${place}${place.endsWith(": ") ? "" : "."}${key}`;
  for (const key of required)
    if (!Object.hasOwn(written, key)) throw new ShapeMismatch(placeOf(key), "a value", void 0);
  const read = {};
  for (const [key, field] of Object.entries(written)) {
    const shape = shapes.get(key);
    if (shape === void 0) throw new ShapeMismatch(placeOf(brief(key)), "no such field", field);
    read[key] = shape(field, placeOf(key));
  }
  return read;
}
function describe(value) {
  if (value === void 0) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `an array of ${value.length}`;
  const fields = asObject(value);
  if (fields !== void 0) return Object.keys(fields).length === 0 ? "{}" : "an object";
  return brief(JSON.stringify(typeof value === "string" ? value.slice(0, 100) : value));
}
function brief(text) {
  return text.length > 60 ? `${text.slice(0, 59)}\u2026` : text;
}

export {
  ShapeMismatch,
  string,
  name,
  matching,
  insidePath,
  number,
  amount,
  whole,
  boolean,
  oneOf,
  keyOf,
  orNull,
  arrayOf,
  recordOf,
  object,
  objectWith
};
