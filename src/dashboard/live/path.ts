export const LIVE_PATH = '/live';

export const BUSY_STREAMS =
  'Met deze sleutel staan al zoveel vensters open als tegelijk kunnen volgen. Ververs de pagina zelf.';
