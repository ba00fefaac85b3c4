#include "core/base/safetensors_header.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace pieria {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostDimensions = 16;

/// Walks the JSON without building a tree, so that duplicate keys are seen and nesting costs
/// nothing.
class HeaderReader final : public nlohmann::json_sax<Json>
{
public:
    SafeTensorsHeader header;
    std::string problem;

    bool null() override { return refuse("holds null"); }
    bool boolean(bool) override { return refuse("holds a boolean"); }
    bool number_integer(number_integer_t) override { return refuse("holds a negative number"); }
    bool number_float(number_float_t, const string_t&) override
    {
        return refuse("holds a number that is not an integer");
    }
    bool binary(binary_t&) override { return refuse("holds binary data"); }

    bool number_unsigned(number_unsigned_t value) override
    {
        if (m_place == Place::Shape) {
            if (value > static_cast<std::uint64_t>(INT64_MAX)
                || entry().shape.size() == kMostDimensions) {
                return refuse("gives " + entry().name + " an impossible shape");
            }
            entry().shape.push_back(static_cast<std::int64_t>(value));
            return true;
        }
        if (m_place == Place::Offsets && m_offsets < 2) {
            entry().offsets[m_offsets++] = value;
            return true;
        }
        return refuse("holds a number where none belongs");
    }

    bool string(string_t& value) override
    {
        if (m_place == Place::Metadata) {
            return header.metadata.emplace(std::move(m_key), std::move(value)).second
                || refuse("repeats a key of its metadata");
        }
        if (m_place != Place::Entry || m_key != "dtype") {
            return refuse("holds text where none belongs");
        }
        const std::optional<Dtype> dtype = dtypeFromName(value);
        if (!dtype) {
            return refuse("gives " + entry().name + " the unknown type " + value.substr(0, 32));
        }
        entry().dtype = *dtype;
        return true;
    }

    bool start_object(std::size_t) override
    {
        if (m_place == Place::Outside) {
            m_place = Place::Top;
            return true;
        }
        if (m_place != Place::Top) {
            return refuse("is nested too deeply");
        }
        if (m_key == "__metadata__") {
            m_place = Place::Metadata;
            return true;
        }
        header.entries.push_back({ std::move(m_key), Dtype::F32, {}, {} });
        m_seen.clear();
        m_offsets = 0;
        m_place = Place::Entry;
        return true;
    }

    bool key(string_t& name) override
    {
        if (m_place == Place::Top && !m_names.insert(name).second) {
            return refuse("names " + name + " twice");
        }
        if (m_place == Place::Entry && !m_seen.insert(name).second) {
            return refuse("says " + name + " of " + entry().name + " twice");
        }
        m_key = std::move(name);
        return true;
    }

    bool end_object() override
    {
        if (m_place == Place::Entry) {
            if (m_seen.size() != 3 || m_offsets != 2) {
                return refuse("does not give type, shape and offsets of " + entry().name);
            }
        }
        m_place = m_place == Place::Top ? Place::Outside : Place::Top;
        return true;
    }

    bool start_array(std::size_t) override
    {
        if (m_place == Place::Entry && m_key == "shape") {
            m_place = Place::Shape;
            return true;
        }
        if (m_place == Place::Entry && m_key == "data_offsets") {
            m_place = Place::Offsets;
            return true;
        }
        return refuse("holds a list where none belongs");
    }

    bool end_array() override
    {
        m_place = Place::Entry;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const Json::exception&) override
    {
        return refuse("is not JSON at byte " + std::to_string(position));
    }

private:
    enum class Place { Outside, Top, Metadata, Entry, Shape, Offsets };

    SafeTensorsEntry& entry() { return header.entries.back(); }
    bool refuse(std::string what)
    {
        problem = std::move(what);
        return false;
    }

    Place m_place = Place::Outside;
    std::string m_key;
    std::set<std::string> m_names; ///< of the top level
    std::set<std::string> m_seen; ///< keys of the entry being read
    std::size_t m_offsets = 0;
};

} // namespace

Result<SafeTensorsHeader> readSafeTensorsHeader(std::string_view json)
{
    if (json.empty() || json.front() != '{') {
        return fail(ErrorCode::Corrupt, "has a header that is not a JSON object");
    }
    HeaderReader reader;
    if (!Json::sax_parse(json.begin(), json.end(), &reader)) {
        return fail(ErrorCode::Corrupt, "has a header that " + reader.problem);
    }
    return std::move(reader.header);
}

Result<std::string> writeSafeTensorsHeader(const SafeTensorsHeader& header)
{
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    if (!header.metadata.empty()) {
        json["__metadata__"] = header.metadata;
    }
    for (const SafeTensorsEntry& entry : header.entries) {
        json[entry.name] = { { "dtype", dtypeName(entry.dtype) }, { "shape", entry.shape },
            { "data_offsets", entry.offsets } };
    }
    try {
        std::string text = json.dump();
        text.resize((text.size() + 7) / 8 * 8, ' ');
        return text;
    } catch (const Json::exception& error) {
        return fail(
            ErrorCode::InvalidInput, "A name or a metadata entry is not UTF-8.", error.what());
    }
}

} // namespace pieria
