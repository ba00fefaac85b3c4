// Reading a JSON object field by field. Every getter checks type and range; the first thing that is
// wrong is kept as a sentence and everything after it is skipped, so that readers stay straight
// lines. Fields nobody asked for are wrong, too. For .cpp files of this room.
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pieria {

using Json = nlohmann::ordered_json;

/// Parses without exceptions; numbers that do not fit (1e999) and more than `depth` levels are
/// refused, and so are objects of more than kMaxKeys. `what` names the text in sentences: "The
/// project file".
[[nodiscard]] Result<Json> parseJson(
    std::string_view text, const std::string& what, int depth = 32);
/// One line, or two-space indented.
enum class JsonStyle { Line, Indented };
[[nodiscard]] std::string writeJson(const Json& json, JsonStyle style);

/// The first thing that was wrong; shared by the readers of one document.
struct JsonProblem
{
    explicit JsonProblem(std::string document)
        : what(std::move(document))
    {
    }
    std::string what; ///< "The project file"
    std::optional<Failure> failure;
    void report(const std::string& where, const std::string& why);
    [[nodiscard]] bool any() const { return failure.has_value(); }
};

template <class T> struct NumberRange
{
    T low;
    T high;
};

inline constexpr std::size_t kMaxTextBytes = 64'000;
inline constexpr std::size_t kMaxItems = 100'000;
inline constexpr std::size_t kMaxKeys = 1'000; ///< of one object

class JsonFields
{
public:
    /// `where` is the place of `value` in the document: "takes[2].mix".
    JsonFields(const Json& value, std::string where, JsonProblem& problem);

    /// A field that must be there; null and a problem when it is not.
    [[nodiscard]] const Json* need(const std::string& name);
    /// A field that may be there.
    [[nodiscard]] const Json* find(const std::string& name);

    // Keep the old value where the field is missing.
    void read(const std::string& name, std::string& value, std::size_t limit = kMaxTextBytes);
    void read(const std::string& name, bool& value);
    void read(const std::string& name, int& value, NumberRange<int> range);
    void read(const std::string& name, std::int64_t& value, NumberRange<std::int64_t> range);
    void read(const std::string& name, std::uint64_t& value);
    void read(const std::string& name, double& value, NumberRange<double> range);
    void read(const std::string& name, std::vector<std::string>& value);

    template <class T>
    void read(const std::string& name, std::optional<T>& value, NumberRange<T> range)
    {
        if (find(name) != nullptr) {
            T number {};
            read(name, number, range);
            value = number;
        }
    }

    /// A name that `parse` turns into a value or refuses.
    template <class T, class Parse>
    void readName(const std::string& name, T& value, const Parse& parse)
    {
        std::string text;
        if (find(name) == nullptr) {
            return;
        }
        read(name, text);
        if (m_problem.any()) {
            return;
        }
        if (const auto parsed = parse(std::string_view(text))) {
            value = *parsed;
        } else {
            m_problem.report(place(name), "holds an unknown value");
        }
    }

    template <class T, class Parse>
    void readName(const std::string& name, std::optional<T>& value, const Parse& parse)
    {
        if (find(name) != nullptr) {
            T parsed {};
            readName(name, parsed, parse);
            value = parsed;
        }
    }

    /// Calls `each(item, where)` for the items of an array of at most `limit`.
    template <class Each>
    void readArray(const std::string& name, const Each& each, std::size_t limit = kMaxItems)
    {
        const Json* array = arrayOf(name, limit);
        for (std::size_t i = 0; array != nullptr && i < array->size() && !m_problem.any(); ++i) {
            each((*array)[i], place(name) + "[" + std::to_string(i) + "]");
        }
    }

    /// Reports a field that nobody asked for. Call last.
    void finish();

    [[nodiscard]] std::string place(const std::string& name) const;
    [[nodiscard]] JsonProblem& problem() { return m_problem; }

private:
    [[nodiscard]] const Json* arrayOf(const std::string& name, std::size_t limit);
    const Json* m_object; ///< null: not an object
    std::string m_where;
    JsonProblem& m_problem;
    std::set<std::string> m_asked;
};

/// What writers put for values that readers would refuse, so that whatever was saved can be opened:
/// the nearest value in range, the text cut at `limit`, bytes that are no UTF-8 read as Latin-1.
[[nodiscard]] std::string storable(std::string_view text, std::size_t limit = kMaxTextBytes);
[[nodiscard]] double storable(double value, NumberRange<double> range);
[[nodiscard]] int storable(int value, NumberRange<int> range);
[[nodiscard]] Json storable(const std::vector<std::string>& texts);

/// Strings out of an array's item, for readArray.
void readText(const Json& item, const std::string& where, JsonProblem& problem, std::string& value,
    std::size_t limit = kMaxTextBytes);
void readNumber(const Json& item, const std::string& where, JsonProblem& problem, double& value,
    NumberRange<double> range);
void readInteger(const Json& item, const std::string& where, JsonProblem& problem,
    std::int64_t& value, NumberRange<std::int64_t> range);

} // namespace pieria
