// Passkeys: the one thing that no browser does without script. Each box on the page holds what the browser shall sign and a
// form that carries the answer; where this script does not run, the box stays hidden and the page says what to do instead.
(() => {
  'use strict';

  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), one => one.charCodeAt(0));
  const text = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const listed = credentials => (credentials || []).map(one => ({ ...one, id: bytes(one.id) }));
  const withoutNulls = (key, value) => (value === null ? undefined : value);

  const made = async options => {
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    options.excludeCredentials = listed(options.excludeCredentials);
    const passkey = await navigator.credentials.create({ publicKey: options });
    return [passkey, {
      attestationObject: text(passkey.response.attestationObject),
      clientDataJSON: text(passkey.response.clientDataJSON),
      transports: passkey.response.getTransports ? passkey.response.getTransports() : [],
    }];
  };

  const shown = async options => {
    options.challenge = bytes(options.challenge);
    options.allowCredentials = listed(options.allowCredentials);
    const passkey = await navigator.credentials.get({ publicKey: options });
    return [passkey, {
      authenticatorData: text(passkey.response.authenticatorData),
      clientDataJSON: text(passkey.response.clientDataJSON),
      signature: text(passkey.response.signature),
      userHandle: passkey.response.userHandle ? text(passkey.response.userHandle) : undefined,
    }];
  };

  const ask = async box => {
    const options = JSON.parse(box.dataset.options, withoutNulls);
    const [passkey, response] = await (box.dataset.passkey === 'make' ? made(options) : shown(options));
    return JSON.stringify({
      id: passkey.id,
      rawId: text(passkey.rawId),
      type: passkey.type,
      authenticatorAttachment: passkey.authenticatorAttachment || undefined,
      clientExtensionResults: {},
      response,
    });
  };

  if (!window.PublicKeyCredential) {
    return;
  }
  for (const box of document.querySelectorAll('[data-passkey]')) {
    const form = box.querySelector('form');
    const failed = box.querySelector('[data-failed]');
    document.querySelectorAll('[data-instead]').forEach(one => { one.hidden = true; });
    box.hidden = false;
    form.addEventListener('submit', event => {
      event.preventDefault();
      failed.hidden = true;
      ask(box).then(
        answer => {
          form.elements.passkey.value = answer;
          form.submit();
        },
        () => { failed.hidden = false; });
    });
  }
})();
