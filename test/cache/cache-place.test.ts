import { expect, test } from 'vitest';
import { cacheLimit, cachePlace } from '../../src/cache/cache-place.js';

type Env = Readonly<Record<string, string | undefined>>;
const on = (platform: NodeJS.Platform, env: Env, home = '/home/ann') =>
  cachePlace({ platform, env, home }, '/desk');

test('the cache lies where each system keeps what can be made again', () => {
  expect(on('linux', {})).toBe('/home/ann/.cache/safeleaf');
  expect(on('linux', { XDG_CACHE_HOME: '/big/cache' })).toBe('/big/cache/safeleaf');
  expect(on('linux', { XDG_CACHE_HOME: 'relative' })).toBe('/home/ann/.cache/safeleaf');
  expect(on('darwin', {}, '/Users/ann')).toBe('/Users/ann/Library/Caches/safeleaf');
  const local = 'C:\\Users\\ann\\AppData\\Local';
  expect(on('win32', { LOCALAPPDATA: local })).toBe(`${local}\\safeleaf\\cache`);
});

test('there is none where the system names no place, or nobody wants one', () => {
  expect(on('linux', {}, '')).toBeUndefined();
  expect(on('win32', {})).toBeUndefined();
  expect(on('linux', { SAFELEAF_CACHE: 'off' })).toBeUndefined();
});

test('SAFELEAF_CACHE names another folder, from the folder that the command was started in', () => {
  expect(on('linux', { SAFELEAF_CACHE: '/ci/kept' })).toBe('/ci/kept');
  expect(on('linux', { SAFELEAF_CACHE: 'kept' })).toBe('/desk/kept');
  expect(on('linux', { SAFELEAF_CACHE: '' })).toBe('/home/ann/.cache/safeleaf');
});

test('SAFELEAF_CACHE_MB says how large it may be; what is no number says nothing', () => {
  expect(cacheLimit({ env: {} })).toBe(2_000_000_000);
  expect(cacheLimit({ env: { SAFELEAF_CACHE_MB: '50' } })).toBe(50_000_000);
  expect(cacheLimit({ env: { SAFELEAF_CACHE_MB: 'much' } })).toBe(2_000_000_000);
});
