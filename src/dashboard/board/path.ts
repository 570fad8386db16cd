export const BOARD_PATH = '/beheer/wachtrijen';
