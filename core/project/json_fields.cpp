#include "core/project/json_fields.h"

#include "core/score/text.h"

#include <algorithm>
#include <cmath>

namespace pieria {

namespace {

/// Levels of brackets outside strings; the parser itself does not recurse, its users do.
int depthOf(std::string_view text)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            deepest = std::max(deepest, ++depth);
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return deepest;
}

/// Names in sentences are short and readable, whatever the file holds.
std::string shortened(const std::string& text)
{
    return cleanText(text, 80);
}

} // namespace

Result<Json> parseJson(std::string_view text, const std::string& what, int depth)
{
    if (!isUtf8(text) || depthOf(text) > depth) {
        return fail(ErrorCode::Corrupt, what + " is damaged; use a backup of it.",
            "not UTF-8, or nested too deeply");
    }
    // Objects keep their order in a list that is searched for every key: bounded, or a file of a
    // million keys would take hours.
    std::vector<std::size_t> keys;
    bool tooMany = false;
    const auto watch = [&](int, Json::parse_event_t event, const Json&) {
        if (event == Json::parse_event_t::object_start) {
            keys.push_back(0);
        } else if (event == Json::parse_event_t::object_end && !keys.empty()) {
            keys.pop_back();
        } else if (event == Json::parse_event_t::key && !keys.empty()) {
            tooMany = tooMany || ++keys.back() > kMaxKeys;
        }
        return !tooMany;
    };
    Json json = Json::parse(text.begin(), text.end(), watch, false);
    if (json.is_discarded() || tooMany) {
        return fail(ErrorCode::Corrupt, what + " is damaged; use a backup of it.", "not JSON");
    }
    return json;
}

std::string writeJson(const Json& json, JsonStyle style)
{
    // Texts in the document may come from anywhere: what is not UTF-8 is replaced, never thrown at.
    const bool indented = style == JsonStyle::Indented;
    return json.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace)
        + (indented ? "\n" : "");
}

void JsonProblem::report(const std::string& where, const std::string& why)
{
    if (!failure) {
        failure = Failure { ErrorCode::InvalidInput,
            what + " cannot be read: " + shortened(where) + " " + why + ".", {} };
    }
}

JsonFields::JsonFields(const Json& value, std::string where, JsonProblem& problem)
    : m_object(value.is_object() ? &value : nullptr)
    , m_where(std::move(where))
    , m_problem(problem)
{
    if (m_object == nullptr) {
        m_problem.report(m_where.empty() ? "its content" : m_where, "must be an object");
    }
}

std::string JsonFields::place(const std::string& name) const
{
    return m_where.empty() ? name : m_where + "." + name;
}

const Json* JsonFields::find(const std::string& name)
{
    m_asked.insert(name);
    if (m_object == nullptr || m_problem.any()) {
        return nullptr;
    }
    const auto found = m_object->find(name);
    return found == m_object->end() ? nullptr : &*found;
}

const Json* JsonFields::need(const std::string& name)
{
    const Json* field = find(name);
    if (field == nullptr) {
        m_problem.report(place(name), "is missing");
    }
    return field;
}

void JsonFields::read(const std::string& name, std::string& value, std::size_t limit)
{
    if (const Json* field = find(name)) {
        readText(*field, place(name), m_problem, value, limit);
    }
}

void JsonFields::read(const std::string& name, bool& value)
{
    if (const Json* field = find(name)) {
        if (field->is_boolean()) {
            value = field->get<bool>();
        } else {
            m_problem.report(place(name), "must be true or false");
        }
    }
}

void JsonFields::read(const std::string& name, int& value, NumberRange<int> range)
{
    std::int64_t wide = value;
    read(name, wide, NumberRange<std::int64_t> { range.low, range.high });
    value = static_cast<int>(wide);
}

void JsonFields::read(const std::string& name, std::int64_t& value, NumberRange<std::int64_t> range)
{
    if (const Json* field = find(name)) {
        readInteger(*field, place(name), m_problem, value, range);
    }
}

void JsonFields::read(const std::string& name, std::uint64_t& value)
{
    const Json* field = find(name);
    if (field == nullptr) {
        return;
    }
    if (field->is_number_unsigned()) {
        value = field->get<std::uint64_t>();
    } else {
        m_problem.report(place(name), "must be a whole number from 0 to 2^64 - 1");
    }
}

void JsonFields::read(const std::string& name, double& value, NumberRange<double> range)
{
    if (const Json* field = find(name)) {
        readNumber(*field, place(name), m_problem, value, range);
    }
}

void JsonFields::read(const std::string& name, std::vector<std::string>& value)
{
    if (find(name) != nullptr) {
        value.clear();
    }
    readArray(name, [&](const Json& item, const std::string& where) {
        readText(item, where, m_problem, value.emplace_back());
    });
}

const Json* JsonFields::arrayOf(const std::string& name, std::size_t limit)
{
    const Json* field = find(name);
    if (field == nullptr) {
        return nullptr;
    }
    if (!field->is_array() || field->size() > limit) {
        m_problem.report(place(name), "must be a list of at most " + std::to_string(limit));
        return nullptr;
    }
    return field;
}

void JsonFields::finish()
{
    if (m_object == nullptr || m_problem.any()) {
        return;
    }
    for (const auto& [name, field] : m_object->items()) {
        if (m_asked.count(name) == 0) {
            m_problem.report(place(name), "is not known to this version");
            return;
        }
    }
}

std::string storable(std::string_view text, std::size_t limit)
{
    if (!isUtf8(text)) {
        return cleanText(text, limit);
    }
    std::size_t end = std::min(limit, text.size());
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
    }
    return std::string(text.substr(0, end));
}

double storable(double value, NumberRange<double> range)
{
    return std::clamp(std::isnan(value) ? 0.0 : value, range.low, range.high);
}

int storable(int value, NumberRange<int> range)
{
    return std::clamp(value, range.low, range.high);
}

Json storable(const std::vector<std::string>& texts)
{
    Json array = Json::array();
    for (const std::string& text : texts) {
        array.push_back(storable(text));
    }
    return array;
}

void readText(const Json& item, const std::string& where, JsonProblem& problem, std::string& value,
    std::size_t limit)
{
    const auto* text = item.get_ptr<const std::string*>();
    if (text == nullptr || text->size() > limit) {
        problem.report(where, "must be a text of at most " + std::to_string(limit) + " bytes");
        return;
    }
    value = *text;
}

void readNumber(const Json& item, const std::string& where, JsonProblem& problem, double& value,
    NumberRange<double> range)
{
    const double number = item.is_number() ? item.get<double>() : std::nan("");
    if (!std::isfinite(number) || number < range.low || number > range.high) {
        problem.report(where,
            "must be a number from " + Json(range.low).dump() + " to " + Json(range.high).dump());
        return;
    }
    value = number;
}

void readInteger(const Json& item, const std::string& where, JsonProblem& problem,
    std::int64_t& value, NumberRange<std::int64_t> range)
{
    const bool tooLarge = item.is_number_unsigned()
        && item.get<std::uint64_t>()
            > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const bool whole = item.is_number_integer() && !tooLarge;
    const std::int64_t number = whole ? item.get<std::int64_t>() : 0;
    if (!whole || number < range.low || number > range.high) {
        problem.report(where,
            "must be a whole number from " + std::to_string(range.low) + " to "
                + std::to_string(range.high));
        return;
    }
    value = number;
}

} // namespace pieria
