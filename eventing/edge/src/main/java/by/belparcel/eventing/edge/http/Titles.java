package by.belparcel.eventing.edge.http;

import java.util.Map;

/** Titles of problems by status, in English, Russian and Belarusian. */
final class Titles {

    private static final Map<Integer, String[]> TITLES = Map.ofEntries(
            title(400, "Bad request", "Неверный запрос", "Няправільны запыт"),
            title(401, "Not authenticated", "Требуется вход", "Патрабуецца ўваход"),
            title(403, "Not allowed", "Недостаточно прав", "Недастаткова правоў"),
            title(404, "Not found", "Не найдено", "Не знойдзена"),
            title(405, "Method not allowed", "Метод не поддерживается", "Метад не падтрымліваецца"),
            title(406, "Not acceptable", "Формат ответа не поддерживается", "Фармат адказу не падтрымліваецца"),
            title(408, "Request timeout", "Запрос не пришёл вовремя", "Запыт не прыйшоў своечасова"),
            title(409, "Conflict", "Конфликт", "Канфлікт"),
            title(410, "Gone", "Больше не существует", "Больш не існуе"),
            title(412, "Precondition failed", "Условие не выполнено", "Умова не выканана"),
            title(413, "Too large", "Слишком большой запрос", "Занадта вялікі запыт"),
            title(414, "URI too long", "Слишком длинный адрес", "Занадта доўгі адрас"),
            title(415, "Unsupported media type", "Тип данных не поддерживается", "Тып даных не падтрымліваецца"),
            title(422, "Rule violated", "Нарушено правило", "Парушана правіла"),
            title(428, "Precondition required", "Нужно условие", "Патрэбна ўмова"),
            title(429, "Too many requests", "Слишком много запросов", "Занадта шмат запытаў"),
            title(431, "Headers too large", "Слишком большие заголовки", "Занадта вялікія загалоўкі"),
            title(500, "Internal error", "Внутренняя ошибка", "Унутраная памылка"),
            title(503, "Not available now", "Временно недоступно", "Часова недаступна"),
            title(504, "Took too long", "Истекло время", "Час скончыўся"));

    private Titles() {}

    static String of(int status, Language language) {
        String[] titles = TITLES.get(status);
        return titles == null ? "Error" : titles[language.ordinal()];
    }

    private static Map.Entry<Integer, String[]> title(int status, String english, String russian, String belarusian) {
        return Map.entry(status, new String[] {english, russian, belarusian});
    }
}
