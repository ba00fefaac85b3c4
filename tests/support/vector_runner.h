// Runs reference vectors: every NAME.json of a folder with the NAME.safetensors beside it, case by
// case, by the `config` of the case. What the words mean: tests/data/vectors/README.md; the words
// themselves: vector_vocabulary.json beside this file.
//
// A family joins by one line in handlers() of tests/core/models/vectors_test.cpp: the name of the
// type at the top of a case's config and a function that computes the outputs and compares them.
#pragma once

#include "core/base/file.h"
#include "core/base/safetensors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace pieria::vectors {

using Json = nlohmann::ordered_json;
using Problems = std::vector<std::string>;

struct Tolerance
{
    double relative = 0;
    double absolute = 0;
};

/// One checked case: every tensor it names is there with the shape and type it claims.
struct Case
{
    std::string set; ///< "normflows_flows"
    std::string name; ///< "planar_tanh"
    Json description;
    SafeTensors tensors;

    [[nodiscard]] const Json& config() const { return description.at("config"); }
    [[nodiscard]] std::string label() const { return set + "/" + name; }
    [[nodiscard]] const TensorView& tensor(const Json& entry) const
    {
        return *tensors.find(entry.at("tensor").get<std::string>());
    }
    /// The input or parameter of that role; null when the case has none.
    [[nodiscard]] const TensorView* byRole(const char* group, const std::string& role) const
    {
        for (const auto& [field, entry] : description.at(group).items()) {
            if (entry.at("role") == role) {
                return &tensor(entry);
            }
        }
        return nullptr;
    }
    /// An output's own tolerance, else that of the case.
    [[nodiscard]] Tolerance tolerance(const Json& output) const
    {
        const Json& t
            = output.contains("tolerance") ? output.at("tolerance") : description.at("tolerance");
        return { t.at("rtol").get<double>(), t.at("atol").get<double>() };
    }
};

/// Computes a case; one sentence per output that differs or cannot be computed.
using Handler = std::function<Problems(const Case&)>;
using Handlers = std::map<std::string, Handler>;

struct Report
{
    int cases = 0;
    std::map<std::string, int> run; ///< cases by type, of families with a handler
    std::map<std::string, int> notImplemented; ///< cases by type, of families without
    Problems problems;
};

/// The numbers of a tensor, integers too, as doubles.
inline std::vector<double> numbers(const TensorView& view)
{
    const auto read = [&]<class T>(T) {
        std::vector<T> raw(view.elements());
        std::memcpy(raw.data(), view.bytes.data(), view.bytes.size());
        return std::vector<double>(raw.begin(), raw.end());
    };
    switch (view.dtype) {
    case Dtype::F64:
        return read(double {});
    case Dtype::F32:
        return read(float {});
    case Dtype::I64:
        return read(std::int64_t {});
    case Dtype::I32:
        return read(std::int32_t {});
    case Dtype::U8:
    case Dtype::Bool:
        return read(std::uint8_t {});
    default:
        return {};
    }
}

/// |got - stored| <= atol + rtol |stored|, infinities equal; integers exactly. Empty when all
/// agree.
inline std::string differs(
    const std::vector<double>& got, const TensorView& stored, const Tolerance& tolerance)
{
    const std::vector<double> want = numbers(stored);
    if (got.size() != want.size()) {
        return "has " + std::to_string(got.size()) + " numbers instead of "
            + std::to_string(want.size());
    }
    const bool exact = stored.dtype != Dtype::F64 && stored.dtype != Dtype::F32;
    for (std::size_t i = 0; i < got.size(); ++i) {
        const double limit
            = exact ? 0 : tolerance.absolute + tolerance.relative * std::abs(want[i]);
        const bool same
            = got[i] == want[i] || (std::isfinite(want[i]) && std::abs(got[i] - want[i]) <= limit);
        if (!same) {
            return "differs at " + std::to_string(i) + ": " + std::to_string(got[i])
                + " instead of " + std::to_string(want[i]);
        }
    }
    return {};
}

/// The words a description may use.
class Vocabulary
{
public:
    static Vocabulary load(const std::filesystem::path& path)
    {
        Vocabulary words;
        words.m_json = Json::parse(readFile(path).value());
        return words;
    }

    [[nodiscard]] bool has(const char* list, const std::string& word) const
    {
        const Json& words = m_json.at(list);
        return std::find(words.begin(), words.end(), word) != words.end();
    }
    /// The keys of a type ("types") or of a nested object without one ("nested").
    [[nodiscard]] const Json* keys(const char* table, const std::string& name) const
    {
        const auto found = m_json.at(table).find(name);
        return found == m_json.at(table).end() ? nullptr : &*found;
    }
    [[nodiscard]] bool hasParameterRole(const std::string& role) const
    {
        if (has("parameter_roles", role)) {
            return true;
        }
        // "levels.0.1.conv1x1.L" is the role "levels.N.convNxN.L".
        static const std::regex number("[0-9]+(\\.[0-9]+)*");
        return has("parameter_roles", std::regex_replace(role, number, "N"));
    }

private:
    Json m_json;
};

/// Checks one case against the vocabulary and its file, without computing anything.
class CaseChecker
{
public:
    CaseChecker(const Vocabulary& words, const Case& item)
        : m_words(words)
        , m_case(item)
    {
    }

    Problems check()
    {
        if (!hasParts()) {
            return m_problems;
        }
        const Json& config = m_case.config();
        if (!config.contains("type") || !config.at("type").is_string()) {
            problem("its config has no type");
        } else {
            checkConfig(config, "config");
        }
        checkTensors("inputs", [this](const std::string& where, const Json& e) {
            checkKeys(where, e, { "tensor", "role" });
            checkWord(where, "input_roles", e.value("role", ""));
        });
        checkTensors("parameters", [this](const std::string& where, const Json& e) {
            checkKeys(where, e, { "tensor", "role", "kind" });
            checkWord(where, "parameter_kinds", e.value("kind", ""));
            if (!m_words.hasParameterRole(e.value("role", ""))) {
                problem(where + " has the unknown role \"" + e.value("role", "") + "\"");
            }
        });
        checkTensors(
            "outputs", [this](const std::string& where, const Json& e) { checkOutput(where, e); });
        checkUnnamed();
        return m_problems;
    }

private:
    void problem(const std::string& text) { m_problems.push_back(m_case.label() + ": " + text); }

    bool hasParts()
    {
        const Json& d = m_case.description;
        if (!d.is_object()) {
            problem("it is not an object");
            return false;
        }
        for (const char* part : { "config", "inputs", "parameters", "outputs", "tolerance" }) {
            if (!d.contains(part) || !d.at(part).is_object()) {
                problem(std::string("it has no object \"") + part + "\"");
            }
        }
        const std::string precision = d.value("precision", Json()).is_string()
            ? d.at("precision").get<std::string>()
            : std::string();
        if (precision != "float64" && precision != "float32") {
            problem("its precision is neither float64 nor float32");
        }
        if (m_problems.empty()) {
            checkTolerance("the case", d.at("tolerance"));
        }
        return m_problems.empty();
    }

    void checkTolerance(const std::string& where, const Json& t)
    {
        checkKeys(where + "'s tolerance", t, { "rtol", "atol" });
        for (const char* key : { "rtol", "atol" }) {
            if (!t.is_object() || !t.contains(key) || !t.at(key).is_number()) {
                problem(where + " has no tolerance " + key);
            }
        }
    }

    void checkConfig(const Json& value, const std::string& where)
    {
        if (value.is_array()) {
            for (std::size_t i = 0; i < value.size(); ++i) {
                checkConfig(value[i], where);
            }
            return;
        }
        if (!value.is_object()) {
            return;
        }
        const bool typed = value.contains("type") && value.at("type").is_string();
        const std::string key = where.substr(where.rfind('.') + 1);
        const std::string name = typed ? value.at("type").get<std::string>() : key;
        const Json* keys = m_words.keys(typed ? "types" : "nested", name);
        if (keys == nullptr) {
            problem(where + " has the unknown type \"" + name + "\"");
            return;
        }
        for (const auto& [word, inner] : value.items()) {
            const bool isType = typed && word == "type";
            if (!isType && std::find(keys->begin(), keys->end(), word) == keys->end()) {
                problem(where + " (" + name + ") has the unknown key \"" + word + "\"");
            }
            checkConfig(inner, where + "." + word);
        }
    }

    template <class Check> void checkTensors(const char* group, const Check& check)
    {
        for (const auto& [field, entry] : m_case.description.at(group).items()) {
            const std::string where = std::string(group) + "." + field;
            if (!entry.is_object() || !entry.contains("tensor") || !entry.at("tensor").is_string()
                || !entry.contains("role") || !entry.at("role").is_string()) {
                problem(where + " names no tensor or no role");
                continue;
            }
            const std::string tensor = entry.at("tensor");
            checkTensor(where, field, tensor);
            check(where, entry);
        }
    }

    void checkTensor(const std::string& where, const std::string& field, const std::string& name)
    {
        m_named.insert(name);
        const TensorView* view = m_case.tensors.find(name);
        if (view == nullptr) {
            problem(where + " names the tensor \"" + name + "\", which is missing");
            return;
        }
        const bool integer = view->dtype == Dtype::I64 || view->dtype == Dtype::U8;
        if (!integer && view->dtype != precisionOf(where)) {
            problem(where + " is not of the precision of the case");
        }
        for (const char* group : { "fields", "params" }) {
            const Json shapes = m_case.description.value(group, Json::object());
            // A parameter and a field may share a name; the array's own name tells them apart.
            const bool parameter = name.find("__p__") != std::string::npos;
            if (parameter == (group == std::string("params")) && shapes.contains(field)
                && shapes.at(field) != Json(view->shape)) {
                problem(where + " has another shape than described");
            }
        }
    }

    /// Constants of a density may be stored narrower than the computation is.
    [[nodiscard]] Dtype precisionOf(const std::string& where) const
    {
        const Json& config = m_case.config();
        const bool constant
            = where.rfind("parameters.", 0) == 0 && config.contains("stored_precision");
        const Json& precision
            = constant ? config.at("stored_precision") : m_case.description.at("precision");
        return precision == "float32" ? Dtype::F32 : Dtype::F64;
    }

    void checkOutput(const std::string& where, const Json& e)
    {
        for (const auto& [key, value] : e.items()) {
            checkWord(where, "output_keys", key);
        }
        checkWord(where, "output_roles", e.at("role"));
        if (e.contains("direction")) {
            checkWord(where, "directions", e.at("direction"));
        }
        if (e.contains("tolerance")) {
            checkTolerance(where, e.at("tolerance"));
        }
        if (!e.value("match", true) && !e.contains("defect")) {
            problem(where + " must not be matched but says no reason");
        }
    }

    void checkWord(const std::string& where, const char* list, const std::string& word)
    {
        if (!m_words.has(list, word)) {
            problem(where + " uses \"" + word + "\", which is not one of the " + list);
        }
    }

    void checkKeys(
        const std::string& where, const Json& object, const std::set<std::string>& allowed)
    {
        for (const auto& [key, value] : object.items()) {
            if (allowed.count(key) == 0) {
                problem(where + " has the unknown key \"" + key + "\"");
            }
        }
    }

    void checkUnnamed()
    {
        const std::string prefix = m_case.name + "__";
        for (const auto& [name, view] : m_case.tensors.tensors()) {
            if (name.rfind(prefix, 0) == 0 && m_named.count(name) == 0) {
                problem("the tensor \"" + name + "\" is described nowhere");
            }
        }
    }

    const Vocabulary& m_words;
    const Case& m_case;
    Problems m_problems;
    std::set<std::string> m_named;
};

/// Checks and runs one set of cases.
class SetRunner
{
public:
    SetRunner(const Vocabulary& words, const Handlers& handlers, Report& report)
        : m_words(words)
        , m_handlers(handlers)
        , m_report(report)
    {
    }

    void run(const std::filesystem::path& json)
    {
        const std::string set = json.stem().string();
        std::filesystem::path data = json;
        data.replace_extension(".safetensors");
        const Result<SafeTensors> tensors = SafeTensors::open(data);
        const Result<std::string> text = readFile(json);
        if (!tensors || !text) {
            m_report.problems.push_back(
                set + ": " + (!tensors ? tensors.error().sentence : text.error().sentence));
            return;
        }
        const Json cases = Json::parse(*text, nullptr, false);
        if (!cases.is_object() || cases.empty()) {
            m_report.problems.push_back(set + ": its description is not an object of cases");
            return;
        }
        for (const auto& [name, description] : cases.items()) {
            runCase({ set, name, description, *tensors });
        }
    }

private:
    void runCase(const Case& item)
    {
        ++m_report.cases;
        const Problems problems = CaseChecker(m_words, item).check();
        if (!problems.empty()) {
            add(problems);
            return;
        }
        const std::string type = item.config().at("type");
        const auto handler = m_handlers.find(type);
        if (handler == m_handlers.end()) {
            ++m_report.notImplemented[type];
            return;
        }
        ++m_report.run[type];
        try {
            add(handler->second(item));
        } catch (const std::exception& error) {
            add({ item.label() + ": " + error.what() });
        }
    }

    void add(const Problems& problems)
    {
        m_report.problems.insert(m_report.problems.end(), problems.begin(), problems.end());
    }

    const Vocabulary& m_words;
    const Handlers& m_handlers;
    Report& m_report;
};

/// Every set of `folder`, in the order of names. A missing or empty folder is a problem.
inline Report runVectors(
    const std::filesystem::path& folder, const Vocabulary& words, const Handlers& handlers)
{
    Report report;
    std::set<std::filesystem::path> sets;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".json") {
            sets.insert(entry.path());
        }
    }
    if (error || sets.empty()) {
        report.problems.push_back("There are no reference vectors in " + folder.string()
            + ". Set PIERIA_VECTORS to a folder that has them.");
    }
    SetRunner runner(words, handlers, report);
    for (const std::filesystem::path& set : sets) {
        runner.run(set);
    }
    return report;
}

} // namespace pieria::vectors
