import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isPublicAddress } from './public-address.ts'

it('takes machines on the open internet, also through a translator of the network', () => {
  const open = [
    '1.1.1.1',
    '93.184.215.14',
    '2606:4700:4700::1111',
    '2a00:1450:4009:81f::200e',
    '::ffff:1.1.1.1',
    '64:ff9b::101:101',
    '2002:101:101::1',
  ]
  assert.deepEqual(
    open.filter((address) => !isPublicAddress(address)),
    [],
  )
})

it('refuses every address of a private, local or reserved network', () => {
  const shut = [
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '100::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '3fff::1',
    '4000::1',
  ]
  assert.deepEqual(shut.filter(isPublicAddress), [])
})

it('looks at the IPv4 address inside an IPv6 one', () => {
  const wrapping = [
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '::127.0.0.1',
    '::7f00:1',
    '::ffff:0:7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::101:101',
    '2002:7f00:1::',
    '2002:c0a8:101::1',
    // Teredo: relay 65.54.227.120, client 10.0.0.1 and 192.168.1.1 with their bits turned
    '2001:0:4136:e378:8000:63bf:f5ff:fffe',
    '2001:0:4136:e378:8000:63bf:3f57:fefe',
    // Teredo: a private relay and a public client
    '2001:0:a00:1:8000:63bf:fefe:fefe',
  ]
  assert.deepEqual(wrapping.filter(isPublicAddress), [])
})

it('refuses what is no IP address', () => {
  const strange = ['', 'localhost', '0x7f.1', '2130706433', '1.1.1', '[::1]', '1.1.1.1:80']
  assert.deepEqual(strange.filter(isPublicAddress), [])
})
